package dev.rondo.runtime.train.checkpoint;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a training was, as its checkpoint tells it. */
public record Position(Map<String, String> facts) {
  public long count(String name) {
    try {
      long count = Long.parseLong(text(name));
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, e);
    }
    throw wrong(name, null);
  }

  public double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw wrong(name, e);
    }
  }

  public Instant time(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "its position has %s = %s, expected a time".formatted(name, facts.get(name)), e);
    }
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  public boolean has(String name) {
    return facts.containsKey(name);
  }

  public String text(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw wrong(name, null);
    }
    return value;
  }

  private IllegalArgumentException wrong(String name, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "its position has %s = %s, expected a number".formatted(name, facts.get(name)), cause);
  }
}
