package dev.rondo.runtime.metric;

import static com.google.common.truth.Truth.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The expected words are those of {@code tokenizer_13a.py} of sacreBLEU 2.6.0, run on the texts.
 */
class TokenizationTest {
  private static String words(String text) {
    return String.join(" ", Tokenization.V13A.words(text));
  }

  @Test
  void punctuationIsWordsOfItsOwn() {
    assertThat(words("über-cool; naïve: “quoted” l’été I'm."))
        .isEqualTo("über-cool ; naïve : “quoted” l’été I'm .");
    assertThat(words("{x}[y]`z~^_|\\@#%&*+=/"))
        .isEqualTo("{ x } [ y ] ` z ~ ^ _ | \\ @ # % & * + = /");
    assertThat(words("x,,y 1,,2 ...")).isEqualTo("x , , y 1 , , 2 . . .");
    assertThat(words("😀😁 a.")).isEqualTo("😀😁 a .");
  }

  @Test
  void numbersStayWhole() {
    assertThat(words("Hello, world! It costs $1,234.50 (or 5-6%)."))
        .isEqualTo("Hello , world ! It costs $ 1,234.50 ( or 5 - 6 % ) .");
    assertThat(words("1990-1995, A.B. 3.x x.3 .5 5."))
        .isEqualTo("1990 - 1995 , A . B . 3 . x x . 3 . 5 5 .");
  }

  @Test
  void linesAreJoinedAndEntitiesRead() {
    assertThat(words("end-\nof line\nhere")).isEqualTo("endof line here");
    assertThat(words("trailing-\n")).isEqualTo("trailing-");
    assertThat(words("a<skipped>b -&quot;x&amp;y&quot; &lt;z&gt;"))
        .isEqualTo("ab - \" x & y \" < z >");
    assertThat(words("&amp;lt; 5")).isEqualTo("< 5");
  }

  @Test
  void wordsThatAreAlreadyCutStayAsTheyAre() {
    assertThat(Tokenization.NONE.words(" l' été, 5-6%.\tA\u00a0b\n"))
        .containsExactly("l'", "été,", "5-6%.", "A", "b")
        .inOrder();
    assertThat(Tokenization.NONE.words(" ")).isEmpty();
  }

  @Test
  void whiteSpaceIsThatOfPython() {
    // all c with chr(c).isspace() in Python 3.11
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(WhiteSpace::is)
                .boxed()
                .toList())
        .containsExactly(
            0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000,
            0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028,
            0x2029, 0x202f, 0x205f, 0x3000)
        .inOrder();
  }
}
