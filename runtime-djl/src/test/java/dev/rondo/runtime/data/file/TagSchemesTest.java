package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in corpora of other schemes than the model's. */
class TagSchemesTest {
  private static final Conll COLUMNS = Conll.columns(1, 2);

  /** Two persons, one behind the other, then a place of one word, in each scheme. */
  private static final String IOB1 = "I-PER I-PER B-PER I-PER I-PER O I-LOC";

  private static final String BIO = "B-PER I-PER B-PER I-PER I-PER O B-LOC";
  private static final String BIOES = "B-PER E-PER B-PER I-PER E-PER O S-LOC";
  private static final String BILOU = "B-PER L-PER B-PER I-PER L-PER O U-LOC";

  private enum Simple {
    O,
    B_PER,
    I_PER,
    B_LOC,
    I_LOC
  }

  private enum Ended {
    O,
    B_PER,
    I_PER,
    E_PER,
    S_PER,
    B_LOC,
    I_LOC,
    E_LOC,
    S_LOC
  }

  private enum Part {
    NOUN,
    VERB
  }

  @TempDir private Path folder;

  private static RecordReader<String> texts(Columns columns) {
    SequenceColumn<List<String>> words = columns.list("words", step -> step.text("")::of);
    SequenceColumn<List<String>> tags = columns.list("expected", step -> step.text("")::of);
    return cells -> words.of(cells).size() + " " + String.join(" ", tags.of(cells));
  }

  private static <E extends Enum<E>> RecordLayout<String> constants(E[] values) {
    return columns -> {
      SequenceColumn<List<String>> words = columns.list("words", step -> step.text("")::of);
      SequenceColumn<List<E>> tags =
          columns.list("expected", step -> step.constant("", values)::of);
      return cells ->
          words.of(cells).size()
              + " "
              + String.join(" ", tags.of(cells).stream().map(Enum::name).toList());
    };
  }

  private Walk<String> walk(RecordLayout<String> layout, Conll conll, String... sentences)
      throws IOException {
    StringBuilder content = new StringBuilder();
    for (String sentence : sentences) {
      for (String tag : sentence.split(" ", -1)) {
        content.append("w\t").append(tag).append('\n');
      }
      content.append('\n');
    }
    return Walk.through(
        Files.writeString(folder.resolve("a.txt"), content.toString()), layout, conll);
  }

  private String converted(SpanTags to, String sentence) throws IOException {
    Walk<String> walk = walk(TagSchemesTest::texts, COLUMNS.to(to), sentence);
    assertThat(walk.error()).isNull();
    return walk.examples().get(0);
  }

  @Test
  void eachSchemeIsFoundOutAndConvertedIntoEach() throws IOException {
    for (String found : List.of(IOB1, BIO, BIOES, BILOU)) {
      assertThat(converted(SpanTags.IOB1, found)).isEqualTo("7 " + IOB1);
      assertThat(converted(SpanTags.BIO, found)).isEqualTo("7 " + BIO);
      assertThat(converted(SpanTags.BIOES, found)).isEqualTo("7 " + BIOES);
    }
  }

  @Test
  void tagsThatAreTextsStayAsTheyAreUnlessAsked() throws IOException {
    assertThat(walk(TagSchemesTest::texts, COLUMNS, IOB1, "X -").examples())
        .containsExactly("7 " + IOB1, "2 X -")
        .inOrder();
    assertThat(
            Walk.through(
                    Files.writeString(folder.resolve("a.txt"), "U.N. NNP I-NP I-ORG\n"),
                    TagSchemesTest::texts,
                    Conll.conll2003())
                .examples())
        .containsExactly("1 B-ORG");
  }

  @Test
  void constantsSayTheSchemeThatIsRead() throws IOException {
    for (String found : List.of(IOB1, BIO, BIOES, BILOU)) {
      assertThat(walk(constants(Simple.values()), COLUMNS, found).examples())
          .containsExactly("7 " + BIO.replace('-', '_'));
      assertThat(walk(constants(Ended.values()), COLUMNS, found).examples())
          .containsExactly("7 " + BIOES.replace('-', '_'));
    }
    assertThat(walk(constants(Part.values()), COLUMNS, "noun VERB").examples())
        .containsExactly("2 NOUN VERB");
  }

  @Test
  void theFirstSentenceThatIsOfOneSchemeOnlyDecides() throws IOException {
    assertThat(
            walk(constants(Simple.values()), COLUMNS, "O O", "O B-PER E-PER", "S-LOC O").examples())
        .containsExactly("2 O O", "3 O B_PER I_PER", "2 B_LOC O")
        .inOrder();
    assertThat(walk(constants(Ended.values()), COLUMNS, "O", "O O").examples())
        .containsExactly("1 O", "2 O O")
        .inOrder();
  }

  @Test
  void goldThatBreaksItsSchemeIsNamedByLineAndColumn() throws IOException {
    assertThat(walk(constants(Simple.values()), COLUMNS, "O B-PER O", "O I-PER").error())
        .isEqualTo(
            ", line 6, column 2 (expected): found \"I-PER\" behind \"O\", expected B-PER: the tags"
                + " are BIO, as line 2 shows; Conll.from may say otherwise.");
    assertThat(walk(constants(Simple.values()), COLUMNS, "B-PER I-LOC").error())
        .startsWith(
            ", line 2, column 2 (expected): found \"I-LOC\" behind \"B-PER\", expected B-LOC");
    assertThat(walk(constants(Simple.values()), COLUMNS, "I-PER O", "O B-PER").error())
        .isEqualTo(
            ", line 5, column 2 (expected): found \"B-PER\" behind \"O\", expected I-PER: the tags"
                + " are IOB1, as line 1 shows; Conll.from may say otherwise.");
    assertThat(walk(constants(Simple.values()), COLUMNS, "S-PER", "B-PER O").error())
        .startsWith(
            ", line 4, column 2 (expected): found \"O\" behind \"B-PER\", expected I-PER or E-PER:"
                + " the tags are BIOES");
    assertThat(walk(constants(Simple.values()), COLUMNS, "S-PER", "O B-PER").error())
        .startsWith(
            ", line 4, column 2 (expected): found \"B-PER\" at the end, expected S-PER: the tags");
    assertThat(walk(constants(Simple.values()), COLUMNS, "S-PER E-PER").error())
        .startsWith(
            ", line 2, column 2 (expected): found \"E-PER\" behind \"S-PER\", expected B-PER or"
                + " S-PER: the tags");
    assertThat(walk(constants(Simple.values()), COLUMNS, "B-PER O", "PERSON").error())
        .startsWith(
            ", line 4, column 2 (expected): found \"PERSON\", expected O, or B- or I- and what the"
                + " name is: the tags are BIO");
  }

  @Test
  void whatIsToldIsNotFoundOut() throws IOException {
    Conll told = COLUMNS.from(SpanTags.BIO);
    assertThat(walk(constants(Simple.values()), told, "I-PER O").error())
        .isEqualTo(
            ", line 1, column 2 (expected): found \"I-PER\" at the start, expected B-PER: the tags"
                + " are BIO, as Conll.from says.");
    assertThat(walk(TagSchemesTest::texts, told, "O I-PER").error())
        .startsWith(", line 2, column 2 (expected): found \"I-PER\" behind \"O\", expected B-PER");
    assertThat(walk(TagSchemesTest::texts, told, "B-PER I-PER O").examples())
        .containsExactly("3 B-PER I-PER O");
  }

  @Test
  void constantsOfAnotherSchemeThanAskedForAreRefused() throws IOException {
    assertThat(walk(constants(Simple.values()), COLUMNS.to(SpanTags.BIOES), "O").error())
        .isEqualTo(
            ": Conll.to(BIOES) is for tags that are texts, but those of \"expected\" are constants,"
                + " which are BIO. Leave it out.");
    assertThat(walk(constants(Part.values()), COLUMNS.to(SpanTags.BIO), "NOUN").error())
        .startsWith(": Conll.to(BIO) is for tags that are texts");
  }

  /** Any spans, written in one scheme and read in another, are the same spans. */
  @Test
  void noSpanIsLostOnTheWayThroughAllSchemes() throws TagConversion.Broken {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      List<String> tags = randomSpans(random);
      List<String> there = tags;
      for (SpanTags[] way :
          new SpanTags[][] {
            {SpanTags.BIO, SpanTags.IOB1},
            {SpanTags.IOB1, SpanTags.BIOES},
            {SpanTags.BIOES, SpanTags.IOB1},
            {SpanTags.IOB1, SpanTags.BIO}
          }) {
        there = new TagConversion(way[0], way[1], "").convert(there);
        TagConversion.Evidence evidence = TagConversion.Evidence.of(there);
        if (evidence != null) {
          assertThat(evidence.scheme()).isEqualTo(way[1]);
        }
      }
      assertThat(there).isEqualTo(tags);
    }
  }

  private static List<String> randomSpans(SplittableRandom random) {
    List<String> tags = new ArrayList<>();
    while (tags.size() < 12) {
      String label = random.nextBoolean() ? "PER" : "LOC";
      int length = random.nextInt(4);
      tags.add(length == 0 ? "O" : "B-" + label);
      for (int i = 1; i < length; i++) {
        tags.add("I-" + label);
      }
    }
    return tags;
  }
}
