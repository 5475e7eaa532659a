package dev.rondo.samples.corpora.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Writes sentences with names of persons, places, organisations and dates, tagged, to train a
 * tagger on: news, mail, chat, questions.
 *
 * <p>The grammar is data: see {@code lexicon/sentences.txt} among the resources. Many names are
 * made up of syllables, so that most of them are rare, and it is the words around them, and their
 * shape, that tell what they are. Other names are words that stand for something else in other
 * sentences.
 */
public final class NameGrammar {
  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 40;
  private static final int TRIES = 1_000;
  private static final int LOWER_CASE_PERCENT = 6;
  private static final int UPPER_CASE_PERCENT = 1;
  private static final int NO_FULL_STOP_PERCENT = 5;

  private final Lexicon lexicon = Lexicon.load();
  private final SplittableRandom random;

  /**
   * Creates a grammar.
   *
   * @param seed decides which sentences are drawn; the same seed gives the same ones everywhere
   */
  public NameGrammar(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Returns the next sentences, each of which differs from the others and the given ones. */
  List<TaggedSentence> next(int count, Set<String> seen) {
    List<TaggedSentence> sentences = new ArrayList<>(count);
    int tries = 0;
    while (sentences.size() < count) {
      TaggedSentence sentence = styled(Expander.expand(lexicon, random));
      int size = sentence.words().size();
      if (size >= FEWEST_WORDS && size <= MOST_WORDS && seen.add(sentence.key())) {
        sentences.add(sentence);
        tries = 0;
      } else if (++tries == TRIES) {
        throw new IllegalStateException("the grammar has only " + seen.size() + " sentences");
      }
    }
    return sentences;
  }

  /** Returns the next sentences, all of them different. */
  public List<TaggedSentence> next(int count) {
    return next(count, new HashSet<>());
  }

  /** People forget capitals and full stops. */
  private TaggedSentence styled(TaggedSentence sentence) {
    int draw = random.nextInt(100);
    if (draw < LOWER_CASE_PERCENT) {
      return new TaggedSentence(
          sentence.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(),
          sentence.tags());
    }
    if (draw < LOWER_CASE_PERCENT + UPPER_CASE_PERCENT) {
      return new TaggedSentence(
          sentence.words().stream().map(word -> word.toUpperCase(Locale.ROOT)).toList(),
          sentence.tags());
    }
    int last = sentence.words().size() - 1;
    return last > 0
            && sentence.words().get(last).equals(".")
            && random.nextInt(100) < NO_FULL_STOP_PERCENT
        ? new TaggedSentence(sentence.words().subList(0, last), sentence.tags().subList(0, last))
        : sentence;
  }
}
