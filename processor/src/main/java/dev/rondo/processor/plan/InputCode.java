package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;

/** How generated code handles one kind of input; one implementation per {@link Codec}. */
sealed interface InputCode permits TextCode, TokensCode {
  /** Returns the code for inputs of a codec. */
  static InputCode of(Codec codec) {
    return codec instanceof Codec.Text text
        ? new TextCode(text)
        : new TokensCode((Codec.TokenList) codec);
  }

  /** Returns the type of the user's parameter. */
  TypeName type();

  /** Returns what the table of layers calls it. */
  String kind();

  /** Returns what a model file says of it, as in {@code text(tokens = WORDS)}. */
  String signature();

  /** Returns how an example holds it. */
  ExamplePlan.Value inExample(String name, Names names);

  /** Returns the runtime's class that encodes it. */
  ClassName codec();

  /** Returns what learns the codec. */
  CodeBlock learner();

  /** Returns the user's argument, checked, as the codec and its learner take it. */
  CodeBlock checked(String parameter);

  /** Returns a value that was checked before, as the codec and its learner take it. */
  CodeBlock value(CodeBlock value);

  /** Returns a function from an input to its numbers. */
  CodeBlock encodedEach(String codec, Names names);
}
