package dev.rondo.samples.tagger;

import dev.rondo.Span;
import dev.rondo.runtime.data.answer.TagScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Writes a sentence with its tags, in colour or plainly. */
final class TaggedText {
  private static final List<Style> COLOURS =
      List.of(
          Style.fg_green,
          Style.fg_cyan,
          Style.fg_magenta,
          Style.fg_yellow,
          Style.fg_blue,
          Style.fg_red);

  private final boolean coloured;

  TaggedText(boolean coloured) {
    this.coloured = coloured;
  }

  /**
   * Returns the sentence: names in brackets, {@code [Ada Lovelace PERSON]}, or each word with its
   * tag, {@code write/VERB}. In colour there are no brackets, and tags are faint.
   */
  String of(List<String> words, List<String> tags) {
    return Tagged.areNames(List.of(new Tagged(words, tags)))
        ? names(words, TagScheme.spansNamed(tags))
        : IntStream.range(0, words.size())
            .mapToObj(i -> tagged(words.get(i), "/", tags.get(i)))
            .collect(Collectors.joining(" "));
  }

  private String names(List<String> words, List<Span> names) {
    List<String> parts = new ArrayList<>();
    int done = 0;
    for (Span name : names) {
      parts.addAll(words.subList(done, name.from()));
      String tagged = tagged(name.of(words).text(), " ", name.label());
      parts.add(coloured ? tagged : "[" + tagged + "]");
      done = name.to();
    }
    parts.addAll(words.subList(done, words.size()));
    return String.join(" ", parts);
  }

  private String tagged(String text, String separator, String tag) {
    if (!coloured) {
      return text + separator + tag;
    }
    Style colour = COLOURS.get(Math.floorMod(tag.hashCode(), COLOURS.size()));
    return styled(text, colour, Style.bold) + " " + styled(tag, colour, Style.faint);
  }

  private static String styled(String text, IStyle... styles) {
    return Arrays.stream(styles).map(IStyle::on).collect(Collectors.joining())
        + text
        + Style.reset.on();
  }
}
