package dev.rondo.runtime.data.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Tuple;

/** Texts of all scripts with everything that a careless program trips over. */
class AnyText implements ArbitrarySupplier<String> {
  @Override
  public Arbitrary<String> get() {
    Arbitrary<String> anyCodePoint =
        Arbitraries.integers().between(0, 0x10FFFF).map(Character::toString);
    Arbitrary<String> latin = Arbitraries.integers().between(0, 0x17F).map(Character::toString);
    Arbitrary<String> troublesome =
        Arbitraries.of(
            "\r\n",
            "\r",
            "\n",
            "\u2028",
            "\t",
            "\\",
            "\\u",
            "\u0000",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\u200d",
            "\ufe0f",
            "\u0301",
            "\u0307",
            "\u0130",
            "I",
            "\u03a3",
            "\ud83c\uddeb\ud83c\uddf7",
            "\u0645\u0631",
            "\u05e9\u05dc",
            "\u0e44\u0e17\u0e22",
            "\u5317\u4eac",
            "\u1e9e",
            "\uac00",
            "\u1100\u1161\u11a8");
    return Arbitraries.frequencyOf(
            Tuple.of(2, anyCodePoint), Tuple.of(3, latin), Tuple.of(4, troublesome))
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }
}
