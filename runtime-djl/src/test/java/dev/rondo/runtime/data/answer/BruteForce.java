package dev.rondo.runtime.data.answer;

import java.util.ArrayList;
import java.util.List;

/** A conditional random field by its definition: all taggings, one after the other, in float64. */
final class BruteForce {
  private final Transitions transitions;
  private final float[] scores;
  private final int steps;
  private final double temperature;
  private final List<int[]> taggings = new ArrayList<>();

  BruteForce(Transitions transitions, float[] scores, int steps) {
    this(transitions, scores, steps, 1);
  }

  /** At a temperature, by which whole scores of taggings are divided; of transitions without. */
  BruteForce(Transitions transitions, float[] scores, int steps, double temperature) {
    this.temperature = temperature;
    this.transitions = transitions;
    this.scores = scores;
    this.steps = steps;
    add(new int[steps], 0);
  }

  private void add(int[] begun, int step) {
    if (step == steps) {
      if (transitions.scheme().broken(begun).isEmpty()) {
        taggings.add(begun.clone());
      }
      return;
    }
    for (int tag = 0; tag < transitions.tags(); tag++) {
      begun[step] = tag;
      add(begun, step + 1);
    }
  }

  double score(int[] tagging) {
    return transitions.score(scores, tagging) / temperature;
  }

  private double greatest() {
    return taggings.stream().mapToDouble(this::score).max().orElseThrow();
  }

  /** Returns ln Σ exp(s(y)). */
  double logPartition() {
    double greatest = greatest();
    return greatest
        + Math.log(taggings.stream().mapToDouble(y -> Math.exp(score(y) - greatest)).sum());
  }

  double probability(int[] tagging) {
    return Math.exp(score(tagging) - logPartition());
  }

  /** Returns the most probable tagging, of equal ones the first. */
  int[] mostProbable() {
    double greatest = greatest();
    return taggings.stream().filter(y -> score(y) == greatest).findFirst().orElseThrow();
  }

  /** Returns the probability of each tag at each step. */
  double[] marginals() {
    double[] marginals = new double[steps * transitions.tags()];
    for (int[] tagging : taggings) {
      double probability = probability(tagging);
      for (int t = 0; t < steps; t++) {
        marginals[t * transitions.tags() + tagging[t]] += probability;
      }
    }
    return marginals;
  }

  /** Returns how often each tag is expected to follow each. */
  double[] pairs() {
    double[] pairs = new double[transitions.tags() * transitions.tags()];
    for (int[] tagging : taggings) {
      double probability = probability(tagging);
      for (int t = 1; t < steps; t++) {
        pairs[tagging[t - 1] * transitions.tags() + tagging[t]] += probability;
      }
    }
    return pairs;
  }
}
