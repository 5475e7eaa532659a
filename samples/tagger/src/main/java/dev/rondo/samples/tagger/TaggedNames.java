package dev.rondo.samples.tagger;

import dev.rondo.Span;
import dev.rondo.runtime.data.answer.TagScheme;
import java.util.List;
import java.util.stream.Stream;

/** Finds the names that tags of BIO say. */
final class TaggedNames {
  private static final String OUTSIDE = "O";

  private TaggedNames() {}

  /**
   * Returns the names in a sentence, as the scorer of CoNLL finds them.
   *
   * @param tags such as {@code B-PERSON}, {@code I-PERSON}, {@code O}
   */
  static List<Span> of(List<String> tags) {
    // a scheme has a tag that begins each label, which one sentence need not have
    List<String> names =
        Stream.concat(
                Stream.of(OUTSIDE),
                tags.stream()
                    .filter(tag -> !tag.equals(OUTSIDE))
                    .flatMap(tag -> Stream.of("B" + tag.substring(1), "I" + tag.substring(1))))
            .distinct()
            .toList();
    return names.size() == 1
        ? List.of()
        : TagScheme.of(names).spans(tags.stream().mapToInt(names::indexOf).toArray());
  }
}
