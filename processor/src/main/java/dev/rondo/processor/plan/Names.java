package dev.rondo.processor.plan;

import com.palantir.javapoet.NameAllocator;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names in one scope of generated code. Each is asked for by the name it would have if nothing
 * else were called that; whoever comes first gets it, so the user's own names go first.
 */
public final class Names {
  private final NameAllocator allocator;
  private final Set<String> wanted;

  private Names(NameAllocator allocator, Set<String> wanted) {
    this.allocator = allocator;
    this.wanted = wanted;
  }

  /** Returns a scope of these names, where different ones of them never become the same. */
  public static Names of(Collection<String> names) {
    return new Names(new NameAllocator(), Set.of()).with(names);
  }

  /** Returns this scope with further names that give way to those it has. */
  public Names with(Collection<String> names) {
    NameAllocator extended = allocator.clone();
    Set<String> all = new LinkedHashSet<>(wanted);
    for (String name : names) {
      if (all.add(name)) {
        extended.newName(name, name);
      }
    }
    return new Names(extended, all);
  }

  /** Returns this scope with further names that give way to those it has. */
  public Names with(String... names) {
    return with(Arrays.asList(names));
  }

  /**
   * Returns what a name has become.
   *
   * @throws IllegalArgumentException if the scope does not have it
   */
  public String get(String name) {
    return allocator.get(name);
  }
}
