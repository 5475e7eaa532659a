package dev.rondo.processor.type;

import java.util.List;

/**
 * The name of a class or interface.
 *
 * @param packageName its package, empty for the unnamed one
 * @param simpleNames its simple name, after those of the types around it
 */
public record TypeRef(String packageName, List<String> simpleNames) {
  public TypeRef {
    simpleNames = List.copyOf(simpleNames);
  }

  /** Returns the simple name, as in {@code Sentiment}. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** Returns the name without package, as in {@code Outer.Inner}. */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** Returns the name as written in an import, as in {@code demo.Outer.Inner}. */
  public String qualifiedName() {
    return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
  }

  /**
   * Returns the name of a class generated for this one: {@code Outer.Inner} and {@code Trainer}
   * give {@code Outer_InnerTrainer}.
   */
  public TypeRef generated(String suffix) {
    return new TypeRef(packageName, List.of(String.join("_", simpleNames) + suffix));
  }
}
