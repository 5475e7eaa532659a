package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.StoredCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextCodecTest {
  private static final Map<String, String> SETTINGS =
      Map.of("tokens", "WORDS", "language", "en", "lowercase", "true");

  private static TextCodec learned(Tokens tokens, String... texts) {
    TextCodec.Learner learner = TextCodec.learner(tokens, "", true);
    List.of(texts).forEach(learner::add);
    return learner.build(100, 1);
  }

  private static String messageOfRestoring(StoredCodec stored) {
    return messageOf(IllegalArgumentException.class, () -> TextCodec.restore(stored));
  }

  @Test
  void textBecomesTheNumbersOfItsTokens() {
    TextCodec codec = learned(Tokens.WORDS, "good film", "good!");
    assertThat(codec.size()).isEqualTo(5);
    assertThat(codec.encode("Good FILM , good!"))
        .isEqualTo(new int[] {2, 4, Vocabulary.UNKNOWN, 2, 3});
    assertThat(codec.vocabulary().token(4)).isEqualTo("film");
  }

  @Test
  void tokensAreSpelledAsInTheText() {
    TextCodec words = learned(Tokens.WORDS, "good film");
    assertThat(words.spellings("A GOOD Film,  ΌΣΟΣ!"))
        .containsExactly("A", "GOOD", "Film", ",", "ΌΣΟΣ", "!")
        .inOrder();
    assertThat(learned(Tokens.CHARACTERS, "ab").spellings("Ab c"))
        .containsExactly("A", "b", " ", "c")
        .inOrder();
    assertThat(words.spellings("")).isEmpty();
  }

  /** The dotted capital I becomes two characters, and J with a caron one of two. */
  @Test
  void tokensThatChangeTheirLengthInLowerCaseDoNotShiftTheOthers() {
    TextCodec words = learned(Tokens.WORDS, "a");
    assertThat(words.spellings("\u0130 Wort J\u030C"))
        .containsExactly("\u0130", "Wort", "J\u030C")
        .inOrder();
    assertThat(words.spellings("A".repeat(3000) + " Rio"))
        .containsExactly("A".repeat(3000), "Rio")
        .inOrder();
    assertThat(words.spellings("B \u0130STANBUL, Rio"))
        .containsExactly("B", "\u0130STANBUL", ",", "Rio")
        .inOrder();
  }

  /** A token that is a part of such a letter or word cannot be found in the text. */
  @Test
  void onlyPartsOfWhatChangesItsLengthAreSpelledInLowerCase() {
    assertThat(learned(Tokens.CHARACTERS, "ab").spellings("A\u0130 J\u030CB"))
        .containsExactly("A", "i", "\u0307", " ", "J\u030C", "B")
        .inOrder();
    TextCodec subwords = learned(Tokens.SUBWORDS, "wort wort");
    assertThat(subwords.spellings("W\u0130 Wort"))
        .containsExactly(" ", "w", "i", "\u0307", " Wort")
        .inOrder();
  }

  @Property(seed = "1", tries = 500)
  void spellingsInLowerCaseAreTheTokens(
      @ForAll Tokens tokens, @ForAll(supplier = AnyText.class) String text) {
    TextCodec codec = learned(tokens, "Some words, to learn", "from to");
    TextNormalizer normalizer = new TextNormalizer("", true);
    TextCodec same = learned(tokens, text);
    List<String> lower =
        codec.spellings(text).stream()
            .map(token -> normalizer.normalize(token).replace('\u03c2', '\u03c3'))
            .toList();
    List<String> known = new ArrayList<>();
    for (int token : same.tokens(text)) {
      known.add(same.vocabulary().token(token).replace('\u03c2', '\u03c3'));
    }
    if (tokens != Tokens.SUBWORDS) {
      assertThat(lower).isEqualTo(known);
    }
    assertThat(String.join("", lower)).isEqualTo(String.join("", known));
  }

  @Property(seed = "1", tries = 300)
  void thereIsASpellingForEachToken(@ForAll Tokens tokens, @ForAll String text) {
    TextCodec codec = learned(tokens, "Some words, to learn", "from to");
    assertThat(codec.spellings(text)).hasSize(codec.tokens(text).length);
  }

  @Test
  void joinedTokensAreTheirText() {
    TextCodec words = learned(Tokens.WORDS, "good film");
    assertThat(words.joined(List.of("Good", ",", "unseen", "(", "film", ")", ".")))
        .isEqualTo("Good, unseen (film).");
    assertThat(words.joined(List.of())).isEmpty();
    for (Tokens tokens : Tokens.values()) {
      TextCodec codec = learned(tokens, "good old films", "good film");
      assertThat(codec.joined(codec.spellings("Good films"))).isEqualTo("Good films");
    }
  }

  @Test
  void emptyTextIsOneUnknownToken() {
    TextCodec codec = learned(Tokens.WORDS, "a");
    assertThat(codec.encode("")).isEqualTo(new int[] {Vocabulary.UNKNOWN});
    assertThat(codec.encode(" \r\n")).isEqualTo(new int[] {Vocabulary.UNKNOWN});
    assertThat(learned(Tokens.CHARACTERS, "a").encode(""))
        .isEqualTo(new int[] {Vocabulary.UNKNOWN});
  }

  @Test
  void onlyUnknownWordsAreAsManyUnknownTokens() {
    assertThat(learned(Tokens.WORDS, "a").encode("b c")).isEqualTo(new int[] {1, 1});
  }

  @Test
  void nullTextIsRefused() {
    TextCodec codec = learned(Tokens.WORDS, "a");
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.encode(null)))
        .isEqualTo("text is null");
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", true);
    learner.add("a");
    assertThat(messageOf(IllegalArgumentException.class, () -> learner.add(null)))
        .isEqualTo("text 1 is null (counted from 0)");
  }

  @Test
  void aHundredThousandWordsHaveAsManyNumbers() {
    assertThat(learned(Tokens.WORDS, "na").encode("na ".repeat(100_000))).hasLength(100_000);
  }

  @Test
  void aStoredCodecHasReadableSettingsAndItsTokens() {
    StoredCodec stored = learned(Tokens.CHARACTERS, "b\n\nb", "b").stored();
    assertThat(stored)
        .isEqualTo(
            new StoredCodec(
                "text",
                Map.of("tokens", "CHARACTERS", "language", "", "lowercase", "true"),
                List.of("b", "\n")));
  }

  @Property(seed = "1")
  void aRestoredCodecEncodesAsBefore(
      @ForAll(supplier = AnyText.class) String learned,
      @ForAll(supplier = AnyText.class) String text,
      @ForAll Tokens tokens) {
    TextCodec codec = learned(tokens, learned);
    TextCodec restored = TextCodec.restore(codec.stored());
    assertThat(restored.encode(text)).isEqualTo(codec.encode(text));
    assertThat(restored.encode(learned)).isEqualTo(codec.encode(learned));
    assertThat(restored.size()).isEqualTo(codec.size());
    assertThat(restored.stored()).isEqualTo(codec.stored());
  }

  @Property(seed = "1")
  void everyTextHasNumbersBetweenUnknownAndSize(
      @ForAll(supplier = AnyText.class) String text, @ForAll Tokens tokens) {
    TextCodec codec = learned(tokens, "the quick brown fox");
    int[] numbers = codec.encode(text);
    assertThat(numbers.length).isAtLeast(1);
    for (int number : numbers) {
      assertThat(number).isAtLeast(Vocabulary.UNKNOWN);
      assertThat(number).isLessThan(codec.size());
    }
  }

  @Test
  void theLanguageIsRestored() {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("language", "tr");
    TextCodec turkish = TextCodec.restore(new StoredCodec("text", settings, List.of("\u0131")));
    assertThat(turkish.encode("I")).isEqualTo(new int[] {2});
  }

  @Test
  void anotherKindIsRefused() {
    assertThat(messageOfRestoring(new StoredCodec("enum", Map.of(), List.of("A", "B"))))
        .isEqualTo("stored codec is of kind \"enum\", expected \"text\"");
  }

  @Test
  void missingSettingsAreRefused() {
    for (String name : SETTINGS.keySet()) {
      Map<String, String> settings = new HashMap<>(SETTINGS);
      settings.remove(name);
      assertThat(messageOfRestoring(new StoredCodec("text", settings, List.of())))
          .isEqualTo("stored codec of kind \"text\" lacks the setting \"" + name + "\"");
    }
  }

  @Test
  void senselessSettingsAreRefused() {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("tokens", "SYLLABLES");
    assertThat(messageOfRestoring(new StoredCodec("text", settings, List.of())))
        .isEqualTo(
            "stored codec of kind \"text\" has tokens = \"SYLLABLES\", expected WORDS or"
                + " WHITESPACE or CHARACTERS or SUBWORDS");
    settings.put("tokens", "WORDS");
    settings.put("lowercase", "maybe");
    assertThat(messageOfRestoring(new StoredCodec("text", settings, List.of())))
        .isEqualTo(
            "stored codec of kind \"text\" has lowercase = \"maybe\", expected true or false");
    settings.put("lowercase", "true");
    settings.put("language", "!");
    assertThat(messageOfRestoring(new StoredCodec("text", settings, List.of())))
        .startsWith("language \"!\" is no IETF language tag.");
  }

  @Test
  void mergesOfWordsAreRefused() {
    assertThat(messageOfRestoring(new StoredCodec("text", SETTINGS, List.of("ab"), List.of("a b"))))
        .isEqualTo("stored codec of kind \"text\" has merges, but tokens = WORDS");
  }

  @Test
  void duplicateTokensAreRefused() {
    assertThat(messageOfRestoring(new StoredCodec("text", SETTINGS, List.of("a", "b", "a"))))
        .isEqualTo("vocabulary entries 0 and 2 are both \"a\" (counted from 0)");
  }
}
