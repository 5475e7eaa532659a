package dev.rondo.runtime.engine;

import java.util.function.Supplier;

/** System properties of others that have another value for a while. */
final class Property {
  private Property() {}

  /** Does something while a property has a value, and puts back what it was. */
  static <T> T during(String name, String value, Supplier<T> work) {
    String before = System.setProperty(name, value);
    try {
      return work.get();
    } finally {
      if (before == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, before);
      }
    }
  }
}
