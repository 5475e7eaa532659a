package dev.rondo.runtime.session;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.layer.network.TokenSteps;
import dev.rondo.runtime.store.Signature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/**
 * The sessions of a predictor: starts them, restores them and reads for them. Safe for use by many
 * threads.
 *
 * <p>Where a kernel can step the layers it does, else each call is a pass.
 */
public final class Sessions {
  private final CausalNetwork network;
  private final Signature signature;
  private final TokenReader reader;
  private final Prepared<byte[]> fingerprint;

  /**
   * Creates the sessions of a network in memory; nothing is prepared before the first is started.
   *
   * @param signature of the network
   */
  public Sessions(NetworkHost host, CausalNetwork network, Signature signature) {
    this.network = network;
    this.signature = signature;
    this.reader =
        network
            .stepLayers()
            .<TokenReader>map(
                layers -> new KernelReader(host.prepare(layers::steps, TokenSteps::close)))
            .orElseGet(() -> new PassReader(host, network));
    this.fingerprint = host.prepare(manager -> fingerprint(signature, host.weights()), f -> {});
  }

  /**
   * Starts a session: nothing is read yet.
   *
   * @throws IllegalStateException if the network is closed
   */
  public SessionMemory start() {
    return new SessionMemory(this, new float[reader.stateSize()], 0);
  }

  /**
   * Goes on with a session that {@link SessionMemory#toBytes()} kept.
   *
   * @throws IllegalArgumentException if the bytes are null, no session, damaged, of another format,
   *     or of a model with another name, other layers or other weights, to which its state means
   *     nothing
   * @throws IllegalStateException if the network is closed
   */
  public SessionMemory restore(byte[] bytes) {
    SessionBytes session =
        SessionBytes.read(Arguments.notNull(bytes, "bytes"), SessionBytes.OF_TOKENS);
    session.requireModel(signature.model(), fingerprint.use(own -> own));
    float[] values = session.values(reader.stateSize());
    return new SessionMemory(this, values, session.steps());
  }

  byte[] toBytes(float[] values, long steps) {
    return fingerprint.use(own -> SessionBytes.write(signature.model(), own, steps, values, null));
  }

  /**
   * Reads tokens.
   *
   * @param state before the first; becomes that after the last
   */
  float[] read(int[] tokens, float[] state, boolean first) {
    int[] all =
        first
            ? IntStream.concat(IntStream.of(network.opening()), IntStream.of(tokens)).toArray()
            : tokens;
    return reader.read(all, state, first);
  }

  /** SHA-256 of the layers and of each weight. */
  static byte[] fingerprint(Signature signature, Weights weights) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    digest.update(signature.toString().getBytes(StandardCharsets.UTF_8));
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              float[] values = tensor.values();
              ByteBuffer part = ByteBuffer.allocate(Float.BYTES * Math.min(values.length, 1 << 14));
              for (int from = 0; from < values.length; from += 1 << 14) {
                int count = Math.min(values.length - from, 1 << 14);
                part.asFloatBuffer().put(values, from, count);
                digest.update(part.array(), 0, Float.BYTES * count);
              }
            });
    return digest.digest();
  }
}
