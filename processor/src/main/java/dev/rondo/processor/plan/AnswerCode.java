package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** How generated code handles an output that examples have. */
sealed interface AnswerCode extends OutputCode permits EnumCode, BooleanCode {
  /** Returns the type of an answer. */
  TypeName type();

  /** Returns the type of an answer as a type argument. */
  default TypeName boxed() {
    return type().box();
  }

  /** Returns how an example holds it. */
  ExamplePlan.Value inExample(String name, Names names);

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
