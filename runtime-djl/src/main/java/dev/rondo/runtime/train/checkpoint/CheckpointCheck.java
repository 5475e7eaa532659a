package dev.rondo.runtime.train.checkpoint;

import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a training may go on from a checkpoint.
 *
 * @param name of the checkpoint, for messages
 * @param facts of the training
 */
record CheckpointCheck(String name, Map<Checkpoint.Facts, Map<String, String>> facts) {
  private static final String START_ANEW = ", or delete the file to start anew.";

  /**
   * Compares what decides the result.
   *
   * @throws CheckpointException that names the first difference and the way out
   */
  void requireSame(Checkpoint checkpoint) {
    requireSame(Checkpoint.Facts.MODEL, checkpoint, "Train that model");
    requireSame(Checkpoint.Facts.SETTINGS, checkpoint, "Set it to what it was");
    requireSame(Checkpoint.Facts.DATA, checkpoint, "Give the same data and sizes of vocabularies");
  }

  private void requireSame(Checkpoint.Facts kind, Checkpoint checkpoint, String wayOut) {
    Map<String, String> here = facts.getOrDefault(kind, Map.of());
    Map<String, String> there = checkpoint.facts(kind);
    for (String fact : differences(here, there)) {
      throw new CheckpointException(
          "%s is of another training: %s is %s now, and was %s. %s%s"
              .formatted(
                  name, fact, told(here.get(fact)), told(there.get(fact)), wayOut, START_ANEW),
          null);
    }
  }

  private static String told(@Nullable String value) {
    return value == null ? "missing" : value.isEmpty() ? "empty" : value;
  }

  private static List<String> differences(Map<String, String> here, Map<String, String> there) {
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(there.keySet());
    List<String> different = new ArrayList<>();
    for (String fact : names) {
      String value = here.get(fact);
      if (value == null || !value.equals(there.get(fact))) {
        different.add(fact);
      }
    }
    return different;
  }

  /** Warns if the machine, or what runs on it, is another one. */
  void warnOfMachine(Checkpoint checkpoint, TrainingListener listener) {
    Map<String, String> here = facts.getOrDefault(Checkpoint.Facts.MACHINE, Map.of());
    Map<String, String> there = checkpoint.facts(Checkpoint.Facts.MACHINE);
    List<String> different = differences(here, there);
    if (!different.isEmpty()) {
      List<String> told = new ArrayList<>();
      for (String fact : different) {
        told.add(
            "%s is %s, and was %s".formatted(fact, told(here.get(fact)), told(there.get(fact))));
      }
      listener.onWarning(
          "the training goes on from %s on another machine, so what it gives is not bit-equal to a training that was never interrupted: %s"
              .formatted(name, String.join("; ", told)));
    }
  }
}
