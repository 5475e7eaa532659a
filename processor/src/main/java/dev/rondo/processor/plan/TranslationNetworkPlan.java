package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;

/**
 * The network of a model that translates: its layers, and the calls of its two parts.
 *
 * @param frame its layers
 * @param source the parameter of the method that encodes
 * @param target the parameter of the method that decodes
 * @param encoding the statements that encode, but the last
 * @param encoded what encoding returns
 * @param decoding the statements that decode, but the last
 * @param decoded what decoding returns
 * @param decoderLayers the layers for the kernel that searches; absent if it cannot compute them
 * @param outputLayer the field that scores the tokens
 * @param names parameters and local variables
 */
public record TranslationNetworkPlan(
    NetworkFrame frame,
    String source,
    String target,
    List<NetworkPlan.Step> encoding,
    CodeBlock encoded,
    List<NetworkPlan.Step> decoding,
    CodeBlock decoded,
    Optional<CodeBlock> decoderLayers,
    String outputLayer,
    Names names) {
  // what names() has besides layers, input and output, and NetworkPlan's names
  public static final String ENCODING = "encoding";
  public static final String STATE = "state";

  public TranslationNetworkPlan {
    encoding = List.copyOf(encoding);
    decoding = List.copyOf(decoding);
  }
}
