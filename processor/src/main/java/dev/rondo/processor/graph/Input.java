package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One input of a model.
 *
 * <p>It flows into the graph through ports, which nodes name as predecessors: one of its own name,
 * and more of them where it has features and symbols ({@link #symbols()}).
 *
 * @param name the parameter's name, unique among inputs, outputs and nodes' predecessors
 * @param stored what model files call it
 * @param codec how the parameter's value becomes numbers
 * @param vocabulary the name of the vocabulary its tokens are looked up in: its own name, or that
 *     of the first input with which it shares one
 * @param ahead whether it is known in advance of what is forecast
 * @param limit the most steps that are read; absent for any number
 * @param origin the parameter
 */
public record Input(
    String name,
    String stored,
    Codec codec,
    String vocabulary,
    boolean ahead,
    Optional<MaxSteps> limit,
    Origin origin) {
  /**
   * A port of symbols.
   *
   * @param name the input's, if its value, or each step, is the symbol; else that and, behind a
   *     dot, the path of the component: {@code readings.engine.page}
   */
  public record SymbolPort(String name, Feature.Symbol symbol) {
    /** Returns the name of the innermost component; that of the input for a value that is one. */
    public String component() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /** Returns the ports of symbols other than tokens, in the order of their columns. */
  public List<SymbolPort> symbols() {
    List<SymbolPort> ports = new ArrayList<>();
    for (Feature.Symbol symbol : codec.symbols()) {
      ports.add(
          new SymbolPort(symbol.path().isEmpty() ? name : name + "." + symbol.path(), symbol));
    }
    return ports;
  }

  /** Returns the port of the sequences inside its steps; none if these are read as a whole. */
  public Optional<String> inner() {
    return codec instanceof Codec.Spelled ? Optional.of(name + ".characters") : Optional.empty();
  }

  /** Returns whether the value itself, or each step, is a symbol: its own name is a port of it. */
  public boolean isSymbol() {
    return symbols().stream().anyMatch(port -> port.name().equals(name));
  }

  /**
   * Returns the port of what is read as it is, none if there is nothing: the name; where a symbol
   * has that, and whether it is missing is read besides, {@code city.missing}.
   */
  public Optional<String> features() {
    if (!codec.hasFeatures()) {
      return Optional.empty();
    }
    return Optional.of(isSymbol() ? name + ".missing" : name);
  }
}
