package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import java.util.List;
import java.util.Optional;

/**
 * The session: the model, fed step by step.
 *
 * @param codec the type that encodes what is read
 * @param parameter what is read: a text, or a token
 * @param tokens its numbers
 * @param reading what Javadoc says of what is read
 * @param answers what a classifier answers with; absent for a language model
 */
public record SessionPlan(
    TypeName codec, String parameter, CodeBlock tokens, String reading, Optional<Answers> answers) {
  // fields: inputs and outputs are not named here
  public static final String CODEC = "codec";
  public static final String ANSWERS = "answers";
  public static final String MEMORY = "memory";

  /**
   * What a classifier answers with.
   *
   * @param type of an answer
   * @param boxed the same as a type argument
   * @param codec the type that decodes scores
   */
  public record Answers(TypeName type, TypeName boxed, TypeName codec) {}

  static SessionPlan of(ModelParts parts) {
    boolean text = parts.input().codec() instanceof Codec.Text;
    return new SessionPlan(
        parts.inputCode().codec(),
        text ? "text" : "token",
        text
            ? CodeBlock.of("$N.tokens(text)", CODEC)
            : CodeBlock.of(
                "$N.encode($T.of($T.notNull(token, $S)))",
                CODEC,
                List.class,
                RuntimeTypes.ARGUMENTS,
                "token"),
        text ? "further text, of one or more tokens, which is cut by itself" : "a token",
        parts.outputCode() instanceof AnswerCode answer
            ? Optional.of(new Answers(answer.type(), answer.boxed(), answer.codec()))
            : Optional.empty());
  }
}
