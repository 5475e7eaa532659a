package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.processor.graph.Cell;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Variant;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the runtime has a recurrent layer. */
final class RecurrentCode {
  private final Layer.Recurrent layer;
  private final Variant variant;

  private RecurrentCode(Layer.Recurrent layer) {
    this.layer = layer;
    this.variant = layer.variant();
  }

  static LayerCode of(Layer.Recurrent layer, CodeBlock inputSize, Optional<CodeBlock> fedBackSize) {
    RecurrentCode code = new RecurrentCode(layer);
    boolean steps = layer.returns() == Layer.Returns.STEPS;
    return new LayerCode(
        code.type(),
        List.of(),
        code.options(inputSize, fedBackSize),
        steps ? "forward" : "finalState",
        layer.variant().fedBack().map(Variant.FedBack::nodes).orElse(List.of()),
        steps ? LayerCode.Result.STEPS : LayerCode.Result.STATE,
        Optional.of(code.stored()));
  }

  private ClassName type() {
    return switch (layer.cell()) {
      case RNN ->
          variant.feedback() == Feedback.OUTPUT
              ? RuntimeTypes.JORDAN_LAYER
              : RuntimeTypes.RNN_LAYER;
      case LSTM -> RuntimeTypes.LSTM_LAYER;
      case GRU -> RuntimeTypes.GRU_LAYER;
    };
  }

  /** Those that the annotation leaves at their defaults are left out. */
  private List<CodeBlock> options(CodeBlock inputSize, Optional<CodeBlock> fedBackSize) {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(LayerCode.set("Inputs", inputSize));
    calls.add(
        LayerCode.set(
            "Units", layer.units().stream().map(Code::number).collect(CodeBlock.joining(", "))));
    fedBackSize.ifPresent(size -> calls.add(LayerCode.set("Outputs", size)));
    if (layer.direction() != Direction.FORWARD) {
      calls.add(CodeBlock.of("optDirection($L)", Code.constant(layer.direction())));
    }
    if (layer.dropout() != 0) {
      calls.add(CodeBlock.of("optDropout($L)", Code.number(layer.dropout())));
    }
    if (layer.activation() != Activation.TANH) {
      calls.add(CodeBlock.of("optActivation($L)", Code.constant(layer.activation())));
    }
    if (layer.cell() == Cell.LSTM && variant.forgetBias() != 1) {
      calls.add(CodeBlock.of("optForgetBias($L)", Code.number(variant.forgetBias())));
    }
    if (variant.peephole()) {
      calls.add(CodeBlock.of("optPeephole()"));
    }
    if (variant.residual()) {
      calls.add(CodeBlock.of("optResidual()"));
    }
    if (variant.initialState() == InitialState.LEARNED) {
      calls.add(CodeBlock.of("optLearnedInitialState()"));
    }
    variant
        .recurrentDropout()
        .ifPresent(rate -> calls.add(CodeBlock.of("optRecurrentDropout($L)", Code.number(rate))));
    return calls;
  }

  // Only what differs from the default is stored, so that a member added to an annotation later
  // leaves the files of today as they are. Rates and where weights start are free to change from
  // training to training.

  private String stored() {
    List<String> members = new ArrayList<>();
    members.add(
        "units = "
            + (layer.units().size() == 1
                ? layer.units().get(0)
                : layer.units().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "{", "}"))));
    if (layer.direction() != Direction.FORWARD) {
      members.add("direction = " + layer.direction());
    }
    if (layer.activation() != Activation.TANH) {
      members.add("activation = " + layer.activation());
    }
    if (variant.feedback() != Feedback.HIDDEN) {
      members.add("feedback = " + variant.feedback());
    }
    if (variant.peephole()) {
      members.add("peephole = true");
    }
    if (variant.residual()) {
      members.add("residual = true");
    }
    if (variant.initialState() == InitialState.LEARNED) {
      members.add("initialState = LEARNED");
    }
    String name =
        switch (layer.cell()) {
          case RNN -> "Recurrent";
          case LSTM -> "LSTM";
          case GRU -> "GRU";
        };
    return name + "(" + String.join(", ", members) + ")";
  }
}
