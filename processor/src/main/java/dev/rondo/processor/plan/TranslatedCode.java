package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Output;
import java.util.Optional;

/**
 * The code for a text that is written, token by token.
 *
 * @param text how it becomes tokens
 * @param vocabulary the name of its vocabulary: its own, or the input's
 * @param search how it is searched for, unless the caller says otherwise
 */
record TranslatedCode(TextCode text, String vocabulary, Output.Search search)
    implements OutputCode {
  @Override
  public String signature() {
    return text.signature();
  }

  @Override
  public String scores() {
    return "the score of each token to come next";
  }

  @Override
  public String link() {
    return "softmax";
  }

  @Override
  public Optional<CodeBlock> size() {
    return Optional.empty();
  }

  /** Returns how an example holds it. */
  ExamplePlan.Value inExample(String name, Names names) {
    ExamplePlan.Value value = text.inExample(name, names);
    return new ExamplePlan.Value(
        value.type(),
        value.name(),
        "the text that is to be written",
        "the text that is to be written",
        value.kept(),
        value.given(),
        value.same(),
        value.hashed(),
        value.shown(),
        value.read());
  }
}
