package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** The code for the token that follows each token of a text. */
record NextTokenCode() implements OutputCode {
  @Override
  public String signature() {
    return "next token";
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
}
