package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;

/**
 * The network of a model that translates: its layers, and the calls of its two parts.
 *
 * @param frame its layers
 * @param source the parameter of {@code encode}
 * @param target the parameter of {@code decode}
 * @param encoding the statements of {@code encode} but the last
 * @param encoded what {@code encode} returns
 * @param decoding the statements of {@code decode} but the last
 * @param scores what {@code decode} returns
 * @param decoderLayers the layers for the kernel that searches; absent if it cannot compute them
 * @param outputLayer the field whose units are the number of scores
 * @param names parameters and local variables
 */
public record TranslationNetworkPlan(
    NetworkFrame frame,
    String source,
    String target,
    List<NetworkPlan.Step> encoding,
    CodeBlock encoded,
    List<NetworkPlan.Step> decoding,
    CodeBlock scores,
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
