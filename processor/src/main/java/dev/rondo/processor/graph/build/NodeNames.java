package dev.rondo.processor.graph.build;

import java.util.HashSet;
import java.util.Set;

/** Gives nodes names that differ from each other and from those of inputs and outputs. */
final class NodeNames {
  private final Set<String> taken;

  NodeNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Returns {@code lstm}, then {@code lstm2}, {@code lstm3} and so on. */
  String next(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
