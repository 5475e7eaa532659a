package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What users see of the generated classes of a model with errors, as far as it can be known: enough
 * for code that mentions these classes to compile, so that the model's errors stand alone.
 *
 * @param accessors the accessors of examples, by name
 * @param settings the setters of the trainer that other models' trainers have not, by name
 * @param answer what the model answers with; absent if its return type is not supported
 * @param writes the method of a language model; absent for other models
 * @param translates the method of a model that translates; absent for other models
 * @param sessions whether the model, as far as can be seen, can be fed step by step
 * @param closeableAlready whether the interface extends {@code AutoCloseable}
 */
public record ModelStub(
    GeneratedClasses classes,
    Map<String, TypeName> accessors,
    Map<String, TypeName> settings,
    Optional<String> writes,
    Optional<String> translates,
    Optional<Answer> answer,
    boolean sessions,
    boolean closeableAlready) {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /**
   * What a model answers with.
   *
   * @param value the type of an answer, boxed
   * @param methods the methods that follow from that of the interface
   */
  public record Answer(TypeName value, PredictorPlan.Methods methods) {}

  /** Returns what can be known of a model whose graph may be wrong anywhere. */
  public static ModelStub of(ModelGraph graph) {
    ModelSignature signature = graph.signature();
    return new ModelStub(
        GeneratedClasses.of(signature),
        accessors(signature),
        settings(graph),
        Optional.of(signature.method()).filter(method -> signature.languageModel()),
        Optional.of(signature.method()).filter(method -> signature.translates()),
        signature.outputs().stream()
            .findFirst()
            .flatMap(output -> answer(signature.method(), output)),
        graph.translation().isEmpty() && Causality.obstacle(graph.nodes()).isEmpty(),
        signature.declaresClose());
  }

  private static Map<String, TypeName> accessors(ModelSignature signature) {
    Map<String, TypeName> accessors = new LinkedHashMap<>();
    for (Input input : signature.inputs()) {
      accessors.put(input.name(), InputCode.of(input.codec()).type());
    }
    for (Output output : signature.outputs()) {
      if (OutputCode.of(output.kind()) instanceof AnswerCode answer) {
        accessors.put(output.name(), answer.type());
      } else if (output.kind() instanceof Output.Translated) {
        accessors.put(output.name(), ClassName.get(String.class));
      }
    }
    accessors.keySet().removeAll(METHODS_OF_OBJECT);
    return accessors;
  }

  private static Map<String, TypeName> settings(ModelGraph graph) {
    List<TrainerPlan.Setting> settings = new ArrayList<>();
    for (Input input : graph.signature().inputs()) {
      settings.addAll(SettingCode.of(input.vocabulary(), input.codec()));
    }
    for (Output output : graph.signature().outputs()) {
      if (output.kind() instanceof Output.Translated text) {
        settings.addAll(SettingCode.of(text.vocabulary(), text.codec()));
      }
    }
    for (Node node : graph.nodes()) {
      SettingCode.rates(node).forEach(rate -> settings.add(rate.setting()));
    }
    Map<String, TypeName> types = new LinkedHashMap<>();
    settings.forEach(setting -> types.put(setting.name(), setting.type()));
    return types;
  }

  private static Optional<Answer> answer(String method, Output output) {
    return OutputCode.of(output.kind()) instanceof AnswerCode answer
        ? Optional.of(new Answer(answer.boxed(), PredictorPlanner.methods(method, output.scored())))
        : Optional.empty();
  }
}
