package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import java.util.List;

/** How generated code handles one kind of input; one implementation per {@link Codec}. */
public sealed interface InputCode permits TextCode, TokensCode {
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
  ExampleValue inExample(String name, Names names);

  /** Returns the codec that encodes it; what it learns goes into a vocabulary of that name. */
  CodecCode codec(String vocabulary);

  /** Returns the sizes that only a learned codec knows. */
  List<Size> sizes(String input, String vocabulary);

  /** Returns the settings of the trainer that the codec is learned by. */
  List<Setting> settings(String vocabulary);

  /** Returns how its numbers are held in a row, and in a batch. */
  Encoded encoded();

  /** Returns the user's argument, checked, as the codec and its learner take it. */
  CodeBlock checked(String parameter);

  /** Returns a value that was checked before, as the codec and its learner take it. */
  CodeBlock value(CodeBlock value);

  /** Returns a function from an input to its numbers. */
  CodeBlock encodedEach(String codec, String each);
}
