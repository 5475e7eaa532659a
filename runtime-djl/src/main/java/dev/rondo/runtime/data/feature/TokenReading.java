package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.LengthLimit;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import java.util.List;

/**
 * How tokens are cut, numbered and spelled. Immutable; safe for use by many threads.
 *
 * @param <T> what they are cut from
 */
interface TokenReading<T> {
  /** Returns the numbers of the tokens; one unknown token where there is none. */
  int[] encode(T value);

  /** Returns the tokens with their upper and lower case; nothing where there is none. */
  List<String> spellings(T value);

  /** Returns how many numbers there are. */
  int size();

  /** Returns what a model file keeps. */
  StoredCodec stored();

  /** Of given tokens. */
  record OfLists(TokensCodec codec) implements TokenReading<List<String>> {
    @Override
    public int[] encode(List<String> value) {
      return codec.encode(value);
    }

    @Override
    public List<String> spellings(List<String> value) {
      return codec.spellings(value);
    }

    @Override
    public int size() {
      return codec.size();
    }

    @Override
    public StoredCodec stored() {
      return codec.stored();
    }
  }

  /** Of texts. */
  record OfTexts(TextCodec codec) implements TokenReading<String> {
    @Override
    public int[] encode(String value) {
      return codec.encode(value);
    }

    @Override
    public List<String> spellings(String value) {
      return codec.spellings(value);
    }

    @Override
    public int size() {
      return codec.size();
    }

    @Override
    public StoredCodec stored() {
      return codec.stored();
    }
  }

  /**
   * Learns which tokens there are. For use by one thread.
   *
   * @param <T> what they are cut from
   */
  interface Learner<T> {
    /** Limits how many tokens of a value it learns from. */
    void limited(LengthLimit by);

    /** Learns from a value. */
    void add(T value);

    /** Returns how many different tokens were seen at least so often. */
    int seen(int times);

    /** Returns the reading with what was learned so far. */
    TokenReading<T> build(int vocabulary, int minFrequency);
  }

  /** Learns from given tokens. */
  record OfListsLearner(TokensCodec.Learner learner) implements Learner<List<String>> {
    @Override
    public void limited(LengthLimit by) {
      learner.limited(by);
    }

    @Override
    public void add(List<String> value) {
      learner.add(value);
    }

    @Override
    public int seen(int times) {
      return learner.seen(times);
    }

    @Override
    public TokenReading<List<String>> build(int vocabulary, int minFrequency) {
      return new OfLists(learner.build(vocabulary, minFrequency).unlimited());
    }
  }

  /** Learns from texts. */
  record OfTextsLearner(TextCodec.Learner learner) implements Learner<String> {
    @Override
    public void limited(LengthLimit by) {
      learner.limited(by);
    }

    @Override
    public void add(String value) {
      learner.add(value);
    }

    @Override
    public int seen(int times) {
      return learner.seen(times);
    }

    @Override
    public TokenReading<String> build(int vocabulary, int minFrequency) {
      return new OfTexts(learner.build(vocabulary, minFrequency).unlimited());
    }
  }
}
