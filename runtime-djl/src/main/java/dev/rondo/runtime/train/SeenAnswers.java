package dev.rondo.runtime.train;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.Wording;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.answer.LabelsCodec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts how often training shows each class or label of an output. Absent ones do not count. */
final class SeenAnswers {
  private final List<?> classes;

  /** A target is a number for each label, 1 where it is there; else that of the class. */
  private final boolean labels;

  private final String output;

  /** What has an answer: an example, or each of its steps. */
  private final String owner;

  private final long[] seen;
  private long answers;

  private SeenAnswers(HeadCodec head, List<?> classes, boolean labels) {
    String output = head.output();
    this.output = output.equals("expected") ? "" : " for \"%s\"".formatted(output);
    this.owner = head.codec() instanceof EachStep<?> ? "step" : "example";
    this.classes = classes;
    this.labels = labels;
    this.seen = new long[classes.size()];
  }

  /** Starts counting; of an output without classes nothing. */
  static SeenAnswers of(HeadCodec head) {
    AnswerCodec<?> codec = head.codec() instanceof EachStep<?> each ? each.step() : head.codec();
    if (codec instanceof LabelsCodec<?> labels) {
      return new SeenAnswers(head, labels.labels(), true);
    }
    return new SeenAnswers(
        head, codec instanceof ClassCodec<?> known ? known.classes() : List.of(), false);
  }

  /** Counts a class. */
  void count(int number) {
    seen[number]++;
    answers++;
  }

  /** Counts the targets of an answer, or of those of all steps. */
  void count(float[] targets) {
    if (labels) {
      for (int i = 0; i < targets.length; i++) {
        seen[i % seen.length] += targets[i] == 1 ? 1 : 0;
      }
      answers += Float.isNaN(targets[0]) ? 0 : 1;
    } else if (seen.length > 0) {
      for (float target : targets) {
        if (!Float.isNaN(target)) {
          count((int) target);
        }
      }
    }
  }

  /** Returns what is likely to be a mistake. */
  Optional<String> warning() {
    if (seen.length == 0) {
      return Optional.empty();
    }
    if (answers == 0) {
      return Optional.of(
          "no training %s has an answer%s: nothing is learned of it".formatted(owner, output));
    }
    List<String> missing =
        IntStream.range(0, seen.length)
            .filter(number -> seen[number] == 0)
            .mapToObj(number -> String.valueOf(classes.get(number)))
            .toList();
    if (!labels && missing.size() == seen.length - 1) {
      int only = IntStream.range(0, seen.length).filter(n -> seen[n] > 0).findFirst().orElseThrow();
      return Optional.of(
          "all %s training %ss have the answer %s%s: nothing else can be learned from them"
              .formatted(answers, owner, classes.get(only), output));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no training %s has the %s %s%s: the model learns never to give it"
                .formatted(owner, labels ? "label" : "answer", Wording.list(missing), output));
  }
}
