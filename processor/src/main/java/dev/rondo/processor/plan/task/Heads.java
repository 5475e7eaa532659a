package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Returned;
import dev.rondo.processor.graph.Strides;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The inputs and outputs of a model as its generated classes pass them around: a row is the steps
 * of each input, and the targets, or the scores, of each head.
 */
final class Heads {
  private final ModelGraph graph;
  private final ModelParts parts;
  private final Returned returned;
  private final List<Answers> answers;

  Heads(ModelGraph graph, ModelParts parts) {
    this.graph = graph;
    this.parts = parts;
    this.returned = parts.signature().returned();
    this.answers =
        parts.outputs().stream()
            .map(
                out ->
                    new Answers(
                        out.output(),
                        out.answer().orElseThrow(),
                        crf(out.name()),
                        aligned(out.output())))
            .toList();
  }

  private Optional<Answers.Aligned> aligned(Output output) {
    if (output.grain() != Grain.ALIGNED) {
      return Optional.empty();
    }
    int every = Strides.of(graph, output.name());
    double step =
        reached(output.name()).stream()
            .filter(in -> in.input().codec() instanceof Codec.Sound)
            .map(in -> ((Codec.Sound) in.input().codec()).hopSeconds())
            .findFirst()
            .orElse(1.0);
    return Optional.of(new Answers.Aligned(every, every * step));
  }

  private Optional<String> crf(String output) {
    return graph.nodes().stream()
        .filter(node -> node.layer() instanceof Layer.Crf crf && crf.output().equals(output))
        .findFirst()
        .map(Node::id);
  }

  List<Answers> answers() {
    return answers;
  }

  /** Returns how the text of a model follows a sound, if it does nothing but write that down. */
  Optional<Answers.Aligned> listening() {
    return Causality.isTranscriptOfSound(graph) ? answers.get(0).aligned() : Optional.empty();
  }

  private List<String> hidden() {
    return parts.signature().available().nested();
  }

  /** Returns the record of the outputs, if there is one. */
  Optional<ClassName> record() {
    return returned.record().map(type -> Code.type(type, hidden()));
  }

  /** Returns whether there is a record of the outputs for each step. */
  boolean recordEachStep() {
    return returned.record().isPresent() && returned.eachStep();
  }

  /** Returns the type of what an example expects. */
  TypeName expectedType() {
    return record()
        .<TypeName>map(type -> returned.eachStep() ? Code.listOf(type) : type)
        .orElseGet(() -> answers.get(0).type());
  }

  /** Returns whether the user's method returns probabilities. */
  boolean scoredItself() {
    return returned.record().isEmpty() && answers.get(0).output().scored();
  }

  /** Returns whether an answer has probabilities anywhere. */
  boolean hasScores() {
    return answers.stream().anyMatch(answer -> answer.scoredType().isPresent());
  }

  /**
   * Returns how probabilities are fitted to examples; empty where none can be.
   *
   * @param codecs gives the variable of an output's codec
   * @param network the variable of the network
   * @param host the variable of the network in memory
   */
  Optional<Calibration> calibration(UnaryOperator<String> codecs, String network, String host) {
    List<Calibration.Fitted> fitted =
        answers.stream()
            .filter(Answers::isCalibrated)
            .map(
                answer ->
                    new Calibration.Fitted(
                        answer.name(),
                        answer.fitType(),
                        answer.fit(codecs.apply(answer.name()), network, host)))
            .toList();
    return fitted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Calibration(parts.classes(), fitted));
  }

  /** Returns the type of an answer with all its probabilities. */
  TypeName scoredType(ClassName scores) {
    if (returned.record().isEmpty()) {
      return answers.get(0).scoredType().orElseThrow();
    }
    return returned.eachStep() ? Code.listOf(scores) : scores;
  }

  /** Returns whether there are scores for each step anywhere. */
  boolean hasSteps() {
    return answers.stream().anyMatch(Answers::hasSteps);
  }

  /** Returns whether there is an answer for each step anywhere. */
  boolean eachStep() {
    return answers.stream().anyMatch(Answers::eachStep);
  }

  /**
   * Returns what is expected of an output.
   *
   * @param expected what an example expects
   */
  CodeBlock expectedOf(Answers answer, CodeBlock expected) {
    if (returned.record().isEmpty()) {
      return expected;
    }
    return returned.eachStep()
        ? CodeBlock.of(
            "$L.stream().map($T::$N).toList()", expected, record().orElseThrow(), answer.name())
        : CodeBlock.of("$L.$N()", expected, answer.name());
  }

  /** Returns the parameters of the user's method. */
  List<Parameter> parameters(Function<String, String> names) {
    return parts
        .signature()
        .spread()
        .map(
            spread ->
                List.of(
                    Parameter.of(Code.type(spread.type(), hidden()), names.apply(spread.name()))))
        .orElseGet(
            () ->
                parts.inputs().stream()
                    .map(in -> Parameter.of(in.code().type(), names.apply(in.name())))
                    .toList());
  }

  /**
   * Returns the value of an input, given the variables of the user's parameters.
   *
   * @param variable of an input, or of the parameter that is spread
   */
  CodeBlock inputOf(ModelParts.In in, Function<String, CodeBlock> variable) {
    return parts
        .signature()
        .spread()
        .map(spread -> CodeBlock.of("$L.$N()", variable.apply(spread.name()), in.name()))
        .orElseGet(() -> variable.apply(in.name()));
  }

  /** Returns the input whose steps the answers for each step follow. */
  ModelParts.In stepped() {
    Answers each = answers.stream().filter(Answers::hasSteps).findFirst().orElseThrow();
    return reached(each.name()).stream()
        .findFirst()
        // without steps the model has errors, and nothing but its API is written
        .orElse(parts.inputs().get(0));
  }

  /** Returns the inputs whose steps an output reads. */
  private List<ModelParts.In> reached(String output) {
    List<String> reached = new ArrayList<>();
    trace(String.valueOf(graph.results().get(output)), reached);
    return parts.inputs().stream()
        .filter(in -> in.code().isSequence())
        .filter(in -> reached.contains(in.name()))
        .toList();
  }

  /** Follows the steps back to the inputs. */
  private void trace(String id, List<String> reached) {
    Optional<Node> node =
        graph.nodes().stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    if (node.isEmpty()) {
      reached.add(id);
      reached.add(id.replaceFirst("\\..*", ""));
    } else if (!reduces(node.get().layer())) {
      node.get().predecessors().forEach(before -> trace(before, reached));
    }
  }

  private static boolean reduces(Layer layer) {
    return layer instanceof Layer.Pool
        || layer instanceof Layer.FinalState
        || (layer instanceof Layer.Recurrent recurrent
            && recurrent.returns() == Layer.Returns.FINAL_STATE);
  }
}
