package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.shape.Dim;
import java.util.List;

/** What all codecs with a vocabulary have: its size, and the settings it is learned by. */
public final class Vocabularies {
  private Vocabularies() {}

  /** Returns the size of a vocabulary, which the codec of an input or output knows. */
  public static Size size(String owner, String vocabulary) {
    return new Size(
        new Dim.Vocabulary(vocabulary),
        owner,
        setting(vocabulary),
        CodeBlock.of("the size of the vocabulary of {@code $L}", vocabulary),
        "size()");
  }

  /** Returns the settings of a vocabulary. */
  public static List<Setting> settings(String vocabulary, Codec.OfTokens codec) {
    return List.of(
        Setting.count(
            setting(vocabulary),
            "tokens",
            codec.vocabulary(),
            "Sets how many tokens the vocabulary of {@code "
                + vocabulary
                + "} has at most: the most frequent ones. All others are read as one unknown"
                + " token."),
        Setting.count(
            minFrequency(vocabulary),
            "times",
            codec.minFrequency(),
            "Sets how often a token of {@code "
                + vocabulary
                + "} must occur in the training data to be in the vocabulary."));
  }

  /** Returns the call that ends the learning of a vocabulary. */
  public static CodeBlock built(String vocabulary) {
    return CodeBlock.of("build($N, $N)", setting(vocabulary), minFrequency(vocabulary));
  }

  private static String setting(String vocabulary) {
    return vocabulary + "Vocabulary";
  }

  private static String minFrequency(String vocabulary) {
    return vocabulary + "MinFrequency";
  }
}
