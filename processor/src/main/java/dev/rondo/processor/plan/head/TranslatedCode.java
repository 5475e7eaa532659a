package dev.rondo.processor.plan.head;

import dev.rondo.processor.graph.Head;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.TextCode;
import dev.rondo.processor.plan.input.Vocabularies;
import java.util.List;

/**
 * The code for a text that is written, token by token.
 *
 * @param text how it becomes tokens
 * @param vocabulary the name of its vocabulary: its own, or the input's
 * @param search how it is searched for, unless the caller says otherwise
 */
public record TranslatedCode(TextCode text, String vocabulary, Head.Search search)
    implements HeadCode {
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
  public List<Size> sizes(String output) {
    return List.of(Vocabularies.size(output, vocabulary));
  }

  @Override
  public List<Setting> settings() {
    return text.settings(vocabulary);
  }

  /** Returns how an example holds it. */
  public ExampleValue inExample(String name, Names names) {
    return text.inExample(name, names).meaning("the text that is to be written");
  }
}
