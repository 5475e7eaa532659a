package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.layer.KernelCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Forward;
import dev.rondo.processor.plan.type.NetworkClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the network of a model in one part: a straight-line {@code forward}. */
final class StepNetwork {
  private final ModelParts parts;
  private final NetworkClass network;
  private final Grain grain;
  private final Optional<String> stream;
  private final Optional<KernelCode> kernel;
  private final Forward.Computation computation;
  private final String scoresShape;

  /**
   * How often there are scores.
   *
   * @param everyStep whether there are scores for each step
   * @param base what the network extends
   * @param stream the wanted name of the parameter that carries what the layers remember; absent
   *     where the network cannot be fed step by step
   * @param streamed what Javadoc says of that parameter
   */
  record Grain(boolean everyStep, ClassName base, Optional<String> stream, String streamed) {}

  private StepNetwork(
      ShapedModel model,
      ModelParts parts,
      LayerFields fields,
      Grain grain,
      Optional<KernelCode> kernel) {
    this.parts = parts;
    this.grain = grain;
    this.kernel = kernel;
    Names given =
        Names.none()
            .withFields(fields.nodes().stream().map(node -> node.id()).toList())
            .withModel(parts.inputs().stream().map(ModelParts.In::name).toList());
    List<String> locals = new ArrayList<>(Forward.locals(parts));
    grain.stream().ifPresent(locals::add);
    this.network = new NetworkClass(model, parts, fields, given, locals);
    this.stream = grain.stream().map(network.names()::get);
    this.computation = new Forward(model, parts, fields, network, stream).computation();
    this.scoresShape =
        model.of(Forward.result(model, parts)).output().text()
            + ", before the "
            + parts.output().code().link();
  }

  static ClassPlan plan(
      ShapedModel model,
      ModelParts parts,
      LayerFields fields,
      Grain grain,
      Optional<KernelCode> kernel) {
    return new StepNetwork(model, parts, fields, grain, kernel).plan();
  }

  private ClassPlan plan() {
    ClassPlan.Builder type = network.start(grain.base());
    type.member(forward());
    kernel.ifPresent(layers -> type.member(NetworkClass.kernel(layers)));
    return type.build();
  }

  private Member forward() {
    Member.Builder forward = forwarding(Member.overriding("forward"));
    stream.ifPresent(
        state ->
            forward
                .doc("@param $N $L; becomes that after the last step\n", state, grain.streamed())
                .parameter(RuntimeTypes.STREAM_STATE, state));
    forward.doc("@return $L\n", scoresShape);
    computation.statements().forEach(forward::statement);
    return forward
        .statement(grain.everyStep() ? "return $L.values()" : "return $L", computation.scores())
        .build();
  }

  private Member.Builder forwarding(Member.Builder forward) {
    forward
        .doc("Returns $L.\n\n", parts.output().code().scores())
        .returns(RuntimeTypes.ND_ARRAY)
        .parameter(RuntimeTypes.PASS, network.pass());
    for (ModelParts.In in : parts.inputs()) {
      String name = network.names().ofModel(in.name());
      forward
          .doc("@param $N $L\n", name, in.code().encoded().meaning())
          .parameter(in.code().encoded().batch(), name);
    }
    return forward;
  }
}
