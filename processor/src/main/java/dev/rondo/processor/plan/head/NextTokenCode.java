package dev.rondo.processor.plan.head;

import dev.rondo.processor.plan.code.Size;
import java.util.List;

/** The code for the token that follows each token of a text. */
public record NextTokenCode() implements HeadCode {
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
  public List<Size> sizes(String output) {
    return List.of();
  }
}
