package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.kernel.Foretold;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.Arrays;
import java.util.Optional;

/**
 * A network that writes a sequence of tokens for a sequence of tokens (Sutskever et al. 2014; Cho
 * et al. 2014): the base of every generated encoder with a decoder.
 */
public abstract class TranslationNetwork extends Network {
  /**
   * Reads sources.
   *
   * @param source tokens (batch, time)
   */
  public abstract Encoding encode(Pass pass, TokenBatch source);

  /**
   * Reads targets up to the output layer.
   *
   * @param encoding of the sources, (batch)
   * @param target tokens (batch, time): that with number 0 begins a target
   * @param state of the decoder before the first step; becomes that after the last
   * @return what the output layer scores the next token by, (real steps, features), sequence by
   *     sequence
   */
  public abstract NDArray decode(
      Pass pass, Encoding encoding, TokenBatch target, StreamState state);

  /** Returns the layer that scores the tokens of the target's vocabulary. */
  public abstract DenseLayer outputLayer();

  /**
   * Scores each token to come next, given those before it.
   *
   * @param encoding of the sources, (batch)
   * @param target tokens (batch, time): that with number 0 begins a target
   * @param state of the decoder before the first step; becomes that after the last
   * @return (real steps, vocabulary), before the softmax, sequence by sequence
   */
  public final NDArray scores(Pass pass, Encoding encoding, TokenBatch target, StreamState state) {
    return outputLayer().forward(pass, decode(pass, encoding, target, state));
  }

  /**
   * Returns the loss of training: softmax cross entropy of each token to come next, given the
   * sources and the right tokens before it (teacher forcing), the mean over the real steps. The
   * scores are never kept all at once: see {@link DenseLayer#crossEntropy}.
   *
   * @param source tokens (batch, time)
   * @param target tokens (batch, time): 0, then those of the target
   * @param next the tokens that come next, int64 (real steps), sequence by sequence
   * @param smoothing label smoothing, in [0, 1)
   * @return a scalar
   */
  public final NDArray loss(
      Pass pass, TokenBatch source, TokenBatch target, NDArray next, double smoothing) {
    Encoding encoding = encode(pass, source);
    NDArray states = decode(pass, encoding, target, encoding.start());
    return outputLayer().crossEntropy(pass, states, next, smoothing);
  }

  /**
   * Scores each token to come next, given the sources and the tokens before it: teacher forcing.
   *
   * @param source tokens (batch, time)
   * @param target tokens (batch, time): 0, then those of the target
   * @return (real steps, vocabulary), before the softmax, sequence by sequence
   */
  public final NDArray forward(Pass pass, TokenBatch source, TokenBatch target) {
    Encoding encoding = encode(pass, source);
    return scores(pass, encoding, target, encoding.start());
  }

  /** DJL's untyped entry: token numbers (batch, time) and lengths (batch), of the sources first. */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    TokenBatch source = TokenBatch.of(inputs.get(0), inputs.get(1));
    TokenBatch target = TokenBatch.of(inputs.get(2), inputs.get(3));
    return new NDList(forward(pass, source, target));
  }

  /** Returns (real steps, vocabulary); how many steps are real only the lengths know. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(-1, outputLayer().units())};
  }

  /**
   * Foretells the token that comes next in each of several targets.
   *
   * @param encoding of the sources; its state becomes that after the tokens, and outlives the pass
   * @param tokens the last of each target, 0 for one that begins
   * @param width how many of the likeliest are wanted for each
   */
  public final Foretold foretell(
      Pass pass, Encoding encoding, int[] tokens, int width, Foretold.Wanted wanted) {
    TokenBatch last =
        TokenBatch.of(pass, Arrays.stream(tokens).mapToObj(token -> new int[] {token}).toList());
    NDArray scores = scores(pass, encoding, last, encoding.start());
    encoding.start().detach();
    return Foretold.of(scores, encoding.weights().map(shares -> shares.squeeze(1)), width, wanted);
  }

  /**
   * Returns the decoder's layers for the kernel that computes a step of the search in one call;
   * empty if it has others, and each step is a pass of its own.
   */
  public Optional<DecoderLayers> decoderLayers() {
    return Optional.empty();
  }
}
