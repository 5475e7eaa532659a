package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Output;
import java.util.Optional;

/** How generated code handles one kind of output; one implementation per {@link Output.Kind}. */
sealed interface OutputCode permits EnumCode, BooleanCode {
  /** Returns the code for outputs of a kind. */
  static OutputCode of(Output.Kind kind) {
    return kind instanceof Output.EnumClasses classes
        ? new EnumCode(Code.type(classes.type()))
        : new BooleanCode();
  }

  /** Returns the type of an answer. */
  TypeName type();

  /** Returns the type of an answer as a type argument. */
  default TypeName boxed() {
    return type().box();
  }

  /** Returns what a model file says of it. */
  String signature();

  /** Returns how an example holds it. */
  ExamplePlan.Value inExample(String name, Names names);

  /** Returns what Javadoc says of the scores: what they are of. */
  String scores();

  /** Returns how scores become probabilities. */
  String link();

  /** Returns what Javadoc says of the size that only the runtime knows, if there is one. */
  Optional<CodeBlock> size();

  /** Returns the type that decodes it. */
  TypeName codec();

  /** Returns a new codec. */
  CodeBlock created();

  /** Returns a function from what a model file keeps to the codec. */
  CodeBlock restored(Names locals);

  /** Returns the type of the numbers that the loss is computed with. */
  ClassName target();

  /** Returns what the scores of a batch should become. */
  CodeBlock targets(Names locals);

  /** Returns the loss of the scores of a batch. */
  CodeBlock loss(Names locals);
}
