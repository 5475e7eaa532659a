package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.layer.DecoderCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Forward;
import dev.rondo.processor.plan.type.NetworkClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;

/** Plans the network of a model that translates: a straight-line encoder and decoder. */
final class TranslationNetworkClass {
  private static final String ENCODING = "encoding";
  private static final String STATE = "state";
  private static final String STATES = "states";
  private static final String STEPS = "steps";
  private static final String REAL = "real";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields fields;
  private final Translation translation;
  private final Node start;
  private final NetworkClass network;
  private final String source;
  private final String target;

  private TranslationNetworkClass(ShapedModel model, ModelParts parts, LayerFields fields) {
    this.model = model;
    this.parts = parts;
    this.fields = fields;
    this.translation = model.graph().translation().orElseThrow();
    this.start = translation.start().orElseThrow();
    List<String> all = new ArrayList<>(List.of(translation.bridge()));
    fields.nodes().forEach(node -> all.add(node.id()));
    this.network =
        new NetworkClass(
            model,
            parts,
            fields,
            Names.none().withFields(all).withModel(parts.names()),
            List.of(ENCODING, STATE, sourceSteps(), STATES, STEPS, REAL));
    this.source = network.names().ofModel(parts.input().name());
    this.target = network.names().ofModel(parts.output().name());
  }

  static ClassPlan plan(ShapedModel model, ModelParts parts, LayerFields fields) {
    return new TranslationNetworkClass(model, parts, fields).plan();
  }

  private ClassPlan plan() {
    ClassPlan.Builder type =
        network
            .start(RuntimeTypes.TRANSLATION_NETWORK)
            .member(encode())
            .member(decode())
            .member(outputLayer());
    DecoderCode.of(translation, fields)
        .ifPresent(kernel -> type.member(NetworkClass.kernel(kernel)));
    return type.build();
  }

  private static Node last(List<Node> nodes) {
    return nodes.get(nodes.size() - 1);
  }

  private String sourceSteps() {
    return parts.input().name() + "Steps";
  }

  private String name(String wanted) {
    return network.names().get(wanted);
  }

  private Member encode() {
    Member.Builder encode =
        Member.overriding("encode")
            .doc("Reads texts.\n\n@param $N tokens (batch, time)\n", source)
            .returns(RuntimeTypes.ENCODING)
            .parameter(RuntimeTypes.PASS, network.pass())
            .parameter(RuntimeTypes.TOKEN_BATCH, source);
    String variable = name(sourceSteps());
    String operand = source;
    for (Node node : translation.encoder()) {
      if (node.equals(start)) {
        encode.statement(
            Forward.declared(
                RuntimeTypes.ENCODER_STATES,
                name(STATES),
                CodeBlock.of("$N.encode($N, $N)", fields.name(node), network.pass(), operand)));
        if (translation.attention().isPresent()) {
          encode.statement(Forward.assigned(variable, CodeBlock.of("$N.outputs()", name(STATES))));
        }
      } else {
        CodeBlock value = call(node, operand, CodeBlock.of(""));
        encode.statement(
            operand.equals(variable)
                ? Forward.assigned(variable, value)
                : Forward.declared(RuntimeTypes.SEQUENCES, variable, value));
      }
      operand = variable;
    }
    return encode.statement("return $L", encoded()).build();
  }

  private CodeBlock encoded() {
    CodeBlock started =
        CodeBlock.of("$N.start($N, $N)", translation.bridge(), network.pass(), name(STATES));
    return translation
        .attention()
        .map(
            attention ->
                CodeBlock.of(
                    "new $T($Z$N.read($N, $N),$W$L)",
                    RuntimeTypes.ENCODING,
                    fields.name(attention),
                    network.pass(),
                    name(sourceSteps()),
                    started))
        .orElseGet(() -> CodeBlock.of("$T.of($L)", RuntimeTypes.ENCODING, started));
  }

  private Member decode() {
    String encoding = name(ENCODING);
    String state = name(STATE);
    Member.Builder decode =
        Member.overriding("decode")
            .doc("Reads what is written up to the output layer.\n\n")
            .doc("@param $N what was read\n", encoding)
            .doc("@param $N tokens (batch, time), beginning with 0\n", target)
            .doc("@param $N of the decoder; becomes that after the last step\n", state)
            .doc("@return what the next tokens are scored by, (real steps, features)\n")
            .returns(RuntimeTypes.ND_ARRAY)
            .parameter(RuntimeTypes.PASS, network.pass())
            .parameter(RuntimeTypes.ENCODING, encoding)
            .parameter(RuntimeTypes.TOKEN_BATCH, target)
            .parameter(RuntimeTypes.STREAM_STATE, state);
    return decode.statement("return $L", decoded(decode)).build();
  }

  /** Adds the statements up to what the output layer gets, which it returns. */
  private CodeBlock decoded(Member.Builder decode) {
    List<Node> decoder = translation.decoder();
    int lastOfSteps = decoder.indexOf(translation.attention().orElse(last(translation.started())));
    decode.statement(
        Forward.declared(
            RuntimeTypes.SEQUENCES, name(STEPS), call(decoder.get(0), target, CodeBlock.of(""))));
    for (Node node : decoder.subList(1, lastOfSteps + 1)) {
      if (!isFed(node)) {
        decode.statement(Forward.assigned(name(STEPS), call(node, name(STEPS), context(node))));
      }
    }
    List<Node> scoring = decoder.subList(lastOfSteps + 1, decoder.size() - 1);
    CodeBlock real = CodeBlock.of("$N.real()", name(STEPS));
    if (scoring.isEmpty()) {
      return real;
    }
    decode.statement(Forward.declared(RuntimeTypes.ND_ARRAY, name(REAL), real));
    for (Node node : scoring.subList(0, scoring.size() - 1)) {
      decode.statement(Forward.assigned(name(REAL), call(node, name(REAL), CodeBlock.of(""))));
    }
    return call(last(scoring), name(REAL), CodeBlock.of(""));
  }

  /** Returns whether the attention behind computes a recurrent layer together with itself. */
  private static boolean isFed(Node node) {
    return node.layer() instanceof Layer.Recurrent recurrent && recurrent.variant().fed();
  }

  /** Returns the further arguments of a layer of the decoder. */
  private CodeBlock context(Node node) {
    if (node.layer() instanceof Layer.Attention attention) {
      return attention.inputFeeding()
          ? CodeBlock.of(
              ", $N, $N, $N",
              fields.name(model.graph().node(node.predecessors().get(0))),
              name(ENCODING),
              name(STATE))
          : CodeBlock.of(", $N", name(ENCODING));
    }
    return node.layer() instanceof Layer.Recurrent
        ? CodeBlock.of(", $N", name(STATE))
        : CodeBlock.of("");
  }

  private CodeBlock call(Node node, String operand, CodeBlock context) {
    return network.codes().call(node, network.pass(), CodeBlock.of("$N", operand), context);
  }

  private Member outputLayer() {
    return Member.overriding("outputLayer")
        .returns(RuntimeTypes.DENSE_LAYER)
        .statement("return $N", fields.name(last(translation.decoder())))
        .build();
  }
}
