package dev.rondo.samples.sentiment;

import dev.rondo.samples.corpora.reviews.LabelledSentence;
import dev.rondo.samples.corpora.reviews.ReviewGrammar;
import dev.rondo.samples.corpora.reviews.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are trained on in a moment. */
final class SmallFiles {
  private SmallFiles() {}

  /** Writes sentences of the grammar with the names of their labels. */
  static Path write(Path file, long seed, int count) throws IOException {
    List<String> lines =
        new ReviewGrammar(seed)
            .sentences(count).stream()
                .map(sentence -> sentence.text() + "\t" + sentence.label())
                .toList();
    return Files.write(file, lines);
  }

  /** Writes sentences of the grammar with a header and the numbers of their labels. */
  static Path writeNumbered(Path file, long seed, int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of("sentence\tlabel"));
    for (LabelledSentence sentence : new ReviewGrammar(seed).sentences(count)) {
      lines.add(sentence.text() + "\t" + (sentence.label() == Verdict.POSITIVE ? 1 : 0));
    }
    return Files.write(file, lines);
  }
}
