package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import java.util.List;
import java.util.Optional;

/** How generated code handles one kind of input; one implementation per {@link Codec}. */
public sealed interface InputCode permits TextCode, TokensCode, SpelledCode, StepsCode {
  /**
   * Returns the code for an input.
   *
   * @param descriptions of all typed inputs of the model
   */
  static InputCode of(Input input, Descriptions descriptions) {
    if (input.codec() instanceof Codec.OfTokens tokens) {
      return of(tokens);
    }
    return input.codec() instanceof Codec.Spelled spelled
        ? new SpelledCode(input.name(), of(spelled.tokens()), spelled, descriptions)
        : new StepsCode(input.name(), input.codec(), descriptions);
  }

  private static InputCode of(Codec.OfTokens tokens) {
    return tokens instanceof Codec.Text text
        ? new TextCode(text)
        : new TokensCode((Codec.TokenList) tokens);
  }

  /** Returns the type of the user's parameter. */
  TypeName type();

  /** Returns what the table of layers calls it. */
  String kind();

  /** Returns what a model file says of it, as in {@code text(tokens = WORDS)}. */
  String signature();

  /** Returns how an example holds it. */
  ExampleValue inExample(String name, Names names);

  /** Returns the codec that encodes it; what it learns goes into a vocabulary of that name. */
  CodecCode codec(String vocabulary);

  /** Returns the sizes that only a learned codec knows. */
  List<Size> sizes(String input, String vocabulary);

  /** Returns the settings of the trainer that the codec is learned by. */
  List<Setting> settings(String vocabulary);

  /** Returns how its numbers are held in a row, and in a batch. */
  Encoded encoded();

  /** Returns the user's argument, checked. */
  CodeBlock checked(String parameter);

  /** Returns a value that was checked before, as the codec and its learner take it. */
  CodeBlock value(CodeBlock value);

  /**
   * Returns what gives the numbers of an input that is tokens.
   *
   * @param codec the variable of the codec
   */
  default CodeBlock tokenEncoder(String codec) {
    throw new IllegalStateException(kind() + " is no tokens");
  }

  /** Returns a value of an example as its accessor gives it: one that may change is copied. */
  default CodeBlock copied(CodeBlock value) {
    return value;
  }

  /** Returns the setting of the trainer that says how it is changed when it is learned from. */
  default Optional<String> augmentation() {
    return Optional.empty();
  }

  /**
   * Returns its steps as {@link #steps} does, changed as the trainer's setting says.
   *
   * @param random the variable of the generator that draws
   */
  default CodeBlock changedSteps(String codec, CodeBlock value, String random) {
    return steps(codec, value);
  }

  /**
   * Returns its steps, as a network reads them that has several inputs or outputs, or reads other
   * than tokens.
   *
   * @param codec the variable of the codec
   */
  default CodeBlock steps(String codec, CodeBlock value) {
    return CodeBlock.of("$T.tokens($N.encode($L))", RuntimeTypes.STEPS, codec, value(value));
  }

  /**
   * Returns the steps of what a caller gave, which nobody has checked.
   *
   * @param codec the variable of the codec
   * @param name what errors call it
   */
  default CodeBlock stepsOfArgument(String codec, CodeBlock value, String name) {
    return steps(codec, value); // the codec knows the name
  }

  /** Returns whether it is a sequence of steps; else it is one vector. */
  default boolean isSequence() {
    return true;
  }

  /**
   * Returns what it is made of.
   *
   * @param codec the variable of the codec
   */
  default CodeBlock shape(String codec) {
    return CodeBlock.of("$T.tokens()", RuntimeTypes.INPUT_SHAPE);
  }

  /** Returns the type of what a session is given at a step. */
  default TypeName stepType() {
    return ClassName.get(String.class);
  }

  /** Returns how a session encodes a step; empty where it has no encoder of its own. */
  default Optional<StepEncoding> stepEncoding() {
    return Optional.empty();
  }

  /**
   * Returns what a session reads of it.
   *
   * @param codec the variable of the codec
   */
  default CodeBlock stepInput(String codec) {
    if (!isSequence()) {
      return CodeBlock.of("$1T.once($2N.width(), $2N.columns())", RuntimeTypes.STEP_INPUT, codec);
    }
    return stepEncoding()
        .map(
            encoding ->
                CodeBlock.of(
                    "$1T.each($2N.width(), $2N.columns(), $2N.$3L.stateSize())",
                    RuntimeTypes.STEP_INPUT,
                    codec,
                    encoding.call()))
        .orElse(CodeBlock.of("$T.each(0, 1, 0)", RuntimeTypes.STEP_INPUT));
  }

  /**
   * How a session encodes a step.
   *
   * @param type of the encoder
   * @param call the method of the codec that returns it
   */
  record StepEncoding(TypeName type, String call) {}
}
