package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import java.util.List;

/**
 * What the planners of the generated classes share: a model's one input and one output with the
 * code for their kinds.
 */
record ModelParts(
    GeneratedClasses classes,
    Input input,
    InputCode inputCode,
    Output output,
    OutputCode outputCode) {
  static ModelParts of(ModelSignature signature) {
    Input input = only(signature.inputs());
    Output output = only(signature.outputs());
    return new ModelParts(
        GeneratedClasses.of(signature),
        input,
        InputCode.of(input.codec()),
        output,
        OutputCode.of(output.kind()));
  }

  /**
   * Returns the code for what examples expect.
   *
   * @throws IllegalStateException if the model has no examples
   */
  AnswerCode answerCode() {
    if (outputCode instanceof AnswerCode answer) {
      return answer;
    }
    throw new IllegalStateException("a language model has no examples");
  }

  /** Returns how an example holds what is expected. */
  ExamplePlan.Value expected(Names names) {
    return outputCode instanceof TranslatedCode translated
        ? translated.inExample(output.name(), names)
        : answerCode().inExample(output.name(), names);
  }

  /**
   * Returns the code for a text that is written.
   *
   * @throws IllegalStateException if the model does not translate
   */
  TranslatedCode translatedCode() {
    if (outputCode instanceof TranslatedCode translated) {
      return translated;
    }
    throw new IllegalStateException("the model does not translate");
  }

  /** Returns the names of the vocabularies: the input's, and that of the output if it has one. */
  List<String> vocabularies() {
    return outputCode instanceof TranslatedCode translated
            && !translated.vocabulary().equals(input.vocabulary())
        ? List.of(input.vocabulary(), translated.vocabulary())
        : List.of(input.vocabulary());
  }

  /** Returns what a model file says of the output. */
  String outputSignature() {
    return outputCode instanceof TranslatedCode translated && vocabularies().size() == 1
        ? "text of " + translated.vocabulary()
        : outputCode.signature();
  }

  /** Returns the names of the input and the output. */
  List<String> names() {
    return List.of(input.name(), output.name());
  }

  /** Returns the arguments of the network's constructor, taken from codecs of these names. */
  CodeBlock networkArguments(Names names) {
    CodeBlock vocabulary = CodeBlock.of("$N.size()", names.ofModel(input.name()));
    return outputCode.size().isEmpty() && vocabularies().size() == 1
        ? vocabulary
        : Code.list(vocabulary, CodeBlock.of("$N.size()", names.ofModel(output.name())));
  }

  /** Returns the codec of the input in a scope, encoding a value. */
  CodeBlock encoded(Names names, CodeBlock value) {
    return CodeBlock.of("$N.encode($L)", names.ofModel(input.name()), inputCode.value(value));
  }

  private static <T> T only(List<T> values) {
    if (values.size() != 1) {
      throw new IllegalStateException("expected one, found " + values);
    }
    return values.get(0);
  }
}
