package dev.rondo.samples.translation;

import dev.rondo.samples.corpora.translation.ShippedCorpus;
import dev.rondo.samples.corpora.translation.grammar.SentencePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;

/** Files that are trained on in a moment. */
final class SmallFiles {
  private SmallFiles() {}

  /** Writes sentences of the grammar. */
  static Path write(Path file, long seed, int count) throws IOException {
    return Files.write(file, lines(seed, count));
  }

  /** Writes a few sentences of the grammar so often that a model learns to write in two epochs. */
  static Path writeOften(Path file, long seed, int count, int times) throws IOException {
    return Files.write(
        file,
        Collections.nCopies(times, lines(seed, count)).stream().flatMap(List::stream).toList());
  }

  /** Writes sentences of the grammar, each twice, with another reference the second time. */
  static Path writeTwice(Path file, long seed, int count) throws IOException {
    List<String> lines = lines(seed, count);
    Files.write(file, lines);
    return Files.write(
        file,
        lines.stream().map(line -> line.replace("\t", "\tOui, ")).toList(),
        StandardOpenOption.APPEND);
  }

  private static List<String> lines(long seed, int count) {
    return ShippedCorpus.generate(seed, count, 0).train().stream().map(SmallFiles::line).toList();
  }

  private static String line(SentencePair pair) {
    return pair.english() + "\t" + pair.french();
  }
}
