package dev.rondo.runtime.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a network answers, from its inputs to its scores: operators in the order in which they can be
 * computed. Knows no engine; a printer writes it down for one.
 *
 * @param steps what is computed; a value is known by its place here
 * @param outputs the places of the scores of each head
 * @param aligned inputs that have to be equally long in each row, two each
 */
public record Plan(List<Step> steps, List<Integer> outputs, List<Aligned> aligned) {
  /** What a value is. */
  public enum Kind {
    /** (batch, time, features), of symbols (batch, time). */
    SEQUENCES,
    /** (batch, features), of symbols (batch). */
    VECTORS,
    /** (real steps, features). */
    REAL_STEPS
  }

  /**
   * One operator.
   *
   * @param operands the places of what it is computed of
   * @param kind of what it gives
   * @param input whose lengths the sequences have; of vectors of no meaning
   * @param features that it gives; 0 of symbols
   */
  public record Step(
      Operator operator, List<Integer> operands, Kind kind, int input, int features) {
    public Step {
      operands = List.copyOf(operands);
    }
  }

  /** Two inputs that are read side by side. */
  public record Aligned(int input, int other) {}

  /** Copies the lists. */
  public Plan {
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
    aligned = List.copyOf(aligned);
  }

  /** Returns the names of all weights, each once, in the order of their first use. */
  public List<String> weights() {
    Set<String> names = new LinkedHashSet<>();
    steps.forEach(step -> names.addAll(step.operator().weights()));
    return new ArrayList<>(names);
  }

  /** Returns what a place holds. */
  public Step step(int place) {
    return steps.get(place);
  }

  /** Collects the operators. */
  public static final class Builder {
    private final List<Step> steps = new ArrayList<>();
    private final Set<Aligned> aligned = new LinkedHashSet<>();

    /** Creates a plan without operators yet. */
    public Builder() {}

    /** Adds an operator and returns its place; an input that is read already is not read twice. */
    public int add(Step step) {
      boolean reads =
          step.operator() instanceof Operator.Symbols
              || step.operator() instanceof Operator.Features;
      int known = reads ? steps.indexOf(step) : -1;
      if (known >= 0) {
        return known;
      }
      steps.add(step);
      return steps.size() - 1;
    }

    /** Returns what a place holds. */
    public Step step(int place) {
      return steps.get(place);
    }

    /** Notes that two inputs have to be equally long in each row. */
    public void align(int input, int other) {
      if (input != other) {
        aligned.add(new Aligned(input, other));
      }
    }

    /** Returns the plan that gives the values of some places. */
    public Plan build(List<Integer> outputs) {
      return new Plan(steps, outputs, List.copyOf(aligned));
    }
  }
}
