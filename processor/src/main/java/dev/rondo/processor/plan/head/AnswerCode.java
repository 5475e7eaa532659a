package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;

/** How generated code handles an output that examples have. */
public sealed interface AnswerCode extends HeadCode permits EnumCode, BooleanCode {
  /** Returns the type of an answer. */
  TypeName type();

  /** Returns the type of an answer as a type argument. */
  default TypeName boxed() {
    return type().box();
  }

  /** Returns how an example holds it. */
  ExampleValue inExample(String name, Names names);

  /**
   * Returns the codec that decodes it.
   *
   * @param stored the variable of what a model file keeps
   */
  CodecCode codec(String stored);

  /** Returns the type of the numbers that the loss is computed with. */
  ClassName target();

  /** Returns what the scores of a batch should become. */
  CodeBlock targets(String step, String batch);

  /** Returns the loss of the scores of a batch. */
  CodeBlock loss(String scores, String targets);
}
