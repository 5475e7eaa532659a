package dev.rondo.processor.plan.code;

import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names in one scope of generated code. Each is asked for by the name it would have if nothing
 * else were called that; whoever comes first gets it, and what comes later gets an underscore.
 */
public final class Names {
  /** Whose names they are: names of different owners never become the same. */
  private enum Owner {
    FIELD,
    MODEL,
    LOCAL
  }

  private final NameAllocator allocator;
  private final Set<Object> keys;

  private Names(NameAllocator allocator, Set<Object> keys) {
    this.allocator = allocator;
    this.keys = keys;
  }

  /** Returns a scope without names. */
  public static Names none() {
    return new Names(new NameAllocator(), Set.of());
  }

  /** Returns this scope with names of fields that are part of an API. */
  public Names withFields(Collection<String> names) {
    return with(Owner.FIELD, names);
  }

  /** Returns this scope with names that the model gives to its inputs and outputs. */
  public Names withModel(Collection<String> names) {
    return with(Owner.MODEL, names);
  }

  /** Returns this scope with names of our own. */
  public Names withLocals(Collection<String> names) {
    return with(Owner.LOCAL, names);
  }

  private Names with(Owner owner, Collection<String> names) {
    NameAllocator extended = allocator.clone();
    Set<Object> all = new HashSet<>(keys);
    for (String name : names) {
      Object key = List.of(owner, name);
      if (all.add(key)) {
        extended.newName(name, key);
      }
    }
    return new Names(extended, all);
  }

  /** Returns what the name of an input or output has become. */
  public String ofModel(String name) {
    return allocator.get(List.of(Owner.MODEL, name));
  }

  /**
   * Returns what one of our own names has become.
   *
   * @throws IllegalArgumentException if the scope does not have it
   */
  public String get(String name) {
    return allocator.get(List.of(Owner.LOCAL, name));
  }
}
