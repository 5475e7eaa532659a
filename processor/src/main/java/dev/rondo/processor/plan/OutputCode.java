package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Output;
import java.util.Optional;

/** How a network computes one kind of output. */
sealed interface OutputCode permits AnswerCode, NextTokenCode, TranslatedCode {
  /** Returns the code for outputs of a kind. */
  static OutputCode of(Output.Kind kind) {
    if (kind instanceof Output.NextToken) {
      return new NextTokenCode();
    }
    if (kind instanceof Output.Translated translated) {
      return new TranslatedCode(
          new TextCode(translated.codec()), translated.vocabulary(), translated.search());
    }
    return kind instanceof Output.EnumClasses classes
        ? new EnumCode(Code.type(classes.type()))
        : new BooleanCode();
  }

  /** Returns what a model file says of it. */
  String signature();

  /** Returns what Javadoc says of the scores: what they are of. */
  String scores();

  /** Returns how scores become probabilities. */
  String link();

  /**
   * Returns what Javadoc says of the size that only the runtime knows, if there is one beside those
   * of vocabularies.
   */
  Optional<CodeBlock> size();
}
