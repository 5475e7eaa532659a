package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tagged corpora: CoNLL-2003, CoNLL-U and columns of any other kind. */
class ConllTest {
  private static final String UNIVERSAL =
      """
      # newdoc id = a
      # sent_id = 1
      # text = They don't buy # 3.
      1\tThey\tthey\tPRON\tPRP\tCase=Nom\t3\tnsubj\t_\t_
      2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
      3\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
      4\tbuy\tbuy\tVERB\tVB\t_\t0\troot\t_\t_
      # a comment inside
      5\t#\t#\tSYM\tNN\t_\t3\tobj\t_\t_
      5.1\tbought\tbuy\tVERB\tVB\t_\t_\t_\t0:root\t_
      6\t1 000\t1000\tNUM\tCD\t_\t3\tobj\t_\t_

      # sent_id = 2
      # text = Go!

      # sent_id = 3
      1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
      """;

  private enum Name {
    O,
    B_PER,
    I_PER,
    B_LOC,
    I_LOC
  }

  private enum Relation {
    ROOT,
    NSUBJ_PASS
  }

  @TempDir private Path folder;

  private Walk<String> walk(String name, String content, ReadOption... options) throws IOException {
    return Walk.through(
        Files.writeString(folder.resolve(name), content), ConllTest::texts, options);
  }

  private static RecordReader<String> texts(Columns columns) {
    SequenceColumn<List<String>> words = columns.list("words", step -> step.text("")::of);
    SequenceColumn<List<String>> tags = columns.list("expected", step -> step.text("")::of);
    return cells -> words.of(cells) + " " + tags.of(cells);
  }

  private static RecordReader<String> names(Columns columns) {
    SequenceColumn<List<String>> words = columns.list("words", step -> step.text("")::of);
    SequenceColumn<List<Name>> tags =
        columns.list("expected", step -> step.constant("", Name.values())::of);
    return cells -> words.of(cells) + " " + tags.of(cells);
  }

  private Walk<String> names(String content, ReadOption... options) throws IOException {
    return Walk.through(
        Files.writeString(folder.resolve("a.txt"), content), ConllTest::names, options);
  }

  private String wrong(String name, String content, ReadOption... options) throws IOException {
    return String.valueOf(walk(name, content, options).error());
  }

  @Test
  void wordsOfConllUAreReadWithoutRangesEmptyNodesAndComments() throws IOException {
    Walk<String> walk = walk("a.conllu", UNIVERSAL, Conll.columns("FORM", "UPOS"));
    assertThat(walk.error()).isNull();
    assertThat(walk.examples())
        .containsExactly(
            "[They, do, n't, buy, #, 1 000] [PRON, AUX, PART, VERB, SYM, NUM]", "[Go] [VERB]")
        .inOrder();
  }

  @Test
  void columnsAreFoundByNameIgnoringCaseAndByNumber() throws IOException {
    assertThat(walk("a.txt", UNIVERSAL, Conll.columns("lemma", "xpos")).examples().get(0))
        .isEqualTo("[they, do, not, buy, #, 1000] [PRP, VBP, RB, VB, NN, CD]");
    assertThat(walk("b.conllu", UNIVERSAL, Conll.columns(3, 5)).examples().get(0))
        .isEqualTo("[they, do, not, buy, #, 1000] [PRP, VBP, RB, VB, NN, CD]");
  }

  @Test
  void theFirstLineMayNameOtherColumns() throws IOException {
    String content = "# global.columns = FORM CHUNK\nBig\tB-NP\n# no row\nnews\tI-NP\n\n";
    assertThat(walk("a.conllup", content, Conll.columns("CHUNK", "FORM")).error())
        .isEqualTo(
            ", line 3: found 1 field, separated by tabs, expected 2: FORM, CHUNK. Columns of other"
                + " files are given by number, as in Conll.columns(1, 4).");
    assertThat(
            walk("a.conllup", content.replace("# no row\n", ""), Conll.columns("CHUNK", "FORM"))
                .examples())
        .containsExactly("[B-NP, I-NP] [Big, news]");
  }

  @Test
  void columnsOfConll2003AreReadWithoutDocuments() throws IOException {
    Walk<String> walk =
        walk(
            "eng.testa",
            """
            -DOCSTART- -X- O O

            CRICKET NNP I-NP O
            - : O O
            LEICESTERSHIRE NNP I-NP I-ORG

            -DOCSTART- -X- O O

            LONDON NNP I-NP I-LOC
            1996-08-30 CD I-NP O\
            """,
            Conll.conll2003());
    assertThat(walk.error()).isNull();
    assertThat(walk.examples())
        .containsExactly(
            "[CRICKET, -, LEICESTERSHIRE] [O, O, B-ORG]", "[LONDON, 1996-08-30] [B-LOC, O]")
        .inOrder();
  }

  @Test
  void linesEndAsAnywhereAndBlanksCount() throws IOException {
    assertThat(
            walk(
                    "a.txt",
                    "\uFEFF\r\n\r\na  X \r\n b\u00A0\tY\r\n \t \r\n\r\nc X\r\n",
                    Conll.columns(1, 2))
                .examples())
        .containsExactly("[a, b] [X, Y]", "[c] [X]")
        .inOrder();
  }

  @Test
  void compressedFilesAreUnpacked() throws IOException {
    Path file = folder.resolve("a.conllu.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(UNIVERSAL.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Walk.through(file, ConllTest::texts, Conll.columns(2, 4)).examples()).hasSize(2);
  }

  @Test
  void numberSignsBeginCommentsBetweenSentencesOnly() throws IOException {
    Conll columns = Conll.columns(1, 2);
    assertThat(
            walk("a.txt", "# a corpus\n#\n#news\tX\n#\tY\n\n# more\n#top\tX\n", columns).examples())
        .containsExactly("[#news, #] [X, Y]", "[#top] [X]")
        .inOrder();
    assertThat(
            walk("b.txt", "#news X\n# Y\n\n# id = 7\n# a b c\n# Y\n#top X\n", columns).examples())
        .containsExactly("[#news, #] [X, Y]", "[#, #top] [Y, X]")
        .inOrder();
  }

  @Test
  void tagsAreConstantsWithUnderscores() throws IOException {
    assertThat(
            names("Ann\tB-PER\nLee\ti-PER\nof\to\nBath\tB_LOC\n\nRy\tB_PER\n", Conll.columns(1, 2))
                .examples())
        .containsExactly("[Ann, Lee, of, Bath] [B_PER, I_PER, O, B_LOC]", "[Ry] [B_PER]")
        .inOrder();
    assertThat(
            Walk.through(
                    Files.writeString(folder.resolve("a.txt"), "it nsubj:pass\nthat NSUBJ-PASS\n"),
                    columns -> {
                      SequenceColumn<List<String>> words =
                          columns.list("words", step -> step.text("")::of);
                      SequenceColumn<List<Relation>> relations =
                          columns.list(
                              "expected", step -> step.constant("", Relation.values())::of);
                      return cells -> words.of(cells) + " " + relations.of(cells);
                    },
                    Conll.columns(1, 2))
                .examples())
        .containsExactly("[it, that] [NSUBJ_PASS, NSUBJ_PASS]");
  }

  @Test
  void wrongTagsAreNamedWithTheConstantThatIsClosest() throws IOException {
    assertThat(names("Ann\tO\nLee\tB-PRE\n", Conll.columns(1, 2)).error())
        .isEqualTo(
            ", line 2, column 2 (expected): found \"B-PRE\", expected O, B_PER, I_PER, B_LOC,"
                + " I_LOC. Did you mean \"B_PER\"?");
    assertThat(names("Ann\tB-1\n", Conll.columns(1, 2)).error())
        .isEqualTo(
            ", line 1, column 2 (expected): found \"B-1\", expected O, B_PER, I_PER, B_LOC,"
                + " I_LOC.");
    assertThat(wrong("a.txt", "Ann\t\n", Conll.columns(1, 2)))
        .isEqualTo(", line 1, column 2 (expected): found \"\", expected a word or a tag.");
  }

  @Test
  void rowsOfOtherWidthsAreNamed() throws IOException {
    assertThat(wrong("a.txt", "a X\nb\n", Conll.columns(1, 2)))
        .isEqualTo(
            ", line 2: found 1 field, separated by white space, but column 2 is to be read.");
    assertThat(wrong("a.txt", "a\tX\n\nb\tX\tY\n", Conll.columns(1, 2)))
        .isEqualTo(", line 3: found 3 fields, separated by tabs, expected 2 as in line 1.");
    assertThat(wrong("a.txt", "a X\n", Conll.conll2003()))
        .isEqualTo(
            ", line 1: found 2 fields, separated by white space, but column 4 is to be read.");
    assertThat(wrong("a.conllu", "1 a b\n", Conll.columns("FORM", "UPOS")))
        .isEqualTo(
            ", line 1: found 3 fields, separated by white space, expected 10: ID, FORM, LEMMA,"
                + " UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC. Columns of other files are given"
                + " by number, as in Conll.columns(1, 4).");
  }

  @Test
  void wordsOfConllUAreCounted() throws IOException {
    assertThat(
            wrong("a.conllu", UNIVERSAL.replace("\n6\t", "\n7\t"), Conll.columns("FORM", "UPOS")))
        .isEqualTo(
            ", line 12, column 1 (ID): found \"7\", expected 6, the number of the word in its"
                + " sentence. A blank line ends a sentence.");
    assertThat(
            wrong("a.conllu", UNIVERSAL.replace("\n6\t", "\nx\t"), Conll.columns("FORM", "UPOS")))
        .startsWith(", line 12, column 1 (ID): found \"x\", expected 6");
  }

  @Test
  void columnsThatAreNotThereAreNamed() throws IOException {
    assertThat(wrong("a.conllu", UNIVERSAL, Conll.columns("FORM", "UPSO")))
        .isEqualTo(
            " has no column \"UPSO\", only ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS,"
                + " MISC. Did you mean \"UPOS\"?");
    assertThat(wrong("a.conllu", UNIVERSAL, Conll.columns("FORM", "LEMMA", "UPOS")))
        .isEqualTo(
            ": Conll.columns(\"FORM\", \"LEMMA\", \"UPOS\") has 3 columns, but the steps of an"
                + " example have 2: words, expected. Give one for each, in this order.");
  }

  @Test
  void anExampleThatHasAnythingOnceIsNoSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("a.conll"), "a\tX\n");
    Walk<String> walk =
        Walk.through(
            file,
            columns -> {
              TextColumn mood = columns.text("expected");
              return cells -> mood.of(cells);
            },
            Conll.columns(1, 2));
    assertThat(walk.error())
        .isEqualTo(
            ": each row of a tagged corpus is a step, but an example has \"expected\" once. Use"
                + " JSON Lines, or a table and Grouping.by(\"...\").");
  }

  @Test
  void aCorpusWithoutColumnsSaysHowToReadIt() throws IOException {
    assertThat(wrong("a.conllu", UNIVERSAL))
        .isEqualTo(
            " is a tagged corpus by its name: say which columns are read, as in"
                + " Conll.columns(\"FORM\", \"UPOS\") or Conll.columns(1, 4).");
  }

  @Test
  void aWrongRowTakesItsSentenceAlong() throws IOException {
    Walk<String> walk =
        names(
            "Ann\tB-PER\n\nBath\tB-LOC\nx\tB-XYZ\ny\n\nCo\tO\n\nz\n",
            Conll.columns(1, 2),
            BadRows.SKIP);
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).containsExactly("[Ann] [B_PER]", "[Co] [O]").inOrder();
    assertThat(walk.warnings()).hasSize(1);
    assertThat(walk.warnings().get(0))
        .startsWith(": 2 wrong examples were skipped. The first: , line 5: found 1 field");
  }

  @Test
  void filesWithoutSentencesHaveNoExamples() throws IOException {
    assertThat(wrong("a.conllu", "", Conll.columns("FORM", "UPOS"))).isEqualTo(" has no examples");
    assertThat(wrong("a.txt", "# no\n\n-DOCSTART- -X- O O\n\n", Conll.conll2003()))
        .isEqualTo(" has no examples");
  }

  @Test
  void columnsAreTwoOrMoreAndDifferent() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> Conll.columns("FORM")))
        .hasMessageThat()
        .isEqualTo(
            "a tagged corpus needs two or more different columns, of words and of tags, found"
                + " [FORM]");
    assertThrows(IllegalArgumentException.class, () -> Conll.columns(2, 2));
    assertThrows(IllegalArgumentException.class, () -> Conll.columns(0, 2));
    assertThrows(IllegalArgumentException.class, () -> Conll.columns("FORM", " "));
  }

  @Test
  void sentencesAreNotGroupedToo() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> walk("a.txt", "a X\n", Conll.columns(1, 2), Grouping.by("x"))))
        .hasMessageThat()
        .startsWith("options have Grouping.by(x) and Conll.columns(1, 2)");
  }
}
