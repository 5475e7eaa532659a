package dev.rondo.samples.sentiment;

import dev.rondo.samples.sentiment.LexiconReader.Block;
import dev.rondo.samples.sentiment.Phrase.Slot;
import dev.rondo.samples.sentiment.Section.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words, phrases and sentence patterns that reviews are made of, read from the resources under
 * {@code lexicon/}. {@code lexicon/index.txt} lists the files and explains how to extend them.
 */
final class Lexicon {

  /** The section that a whole review is expanded from. */
  static final String ROOT = "review";

  /** The domain of the sections that all reviews share. */
  private static final String COMMON = "";

  /**
   * Where a section is found.
   *
   * @param domain the name of the domain, or {@link #COMMON}
   * @param name the name of the section
   * @param sentiment the sentiment it is wanted for
   */
  private record Key(String domain, String name, Sentiment sentiment) {}

  private final Section domains;
  private final Map<Key, Section> sections = new HashMap<>();

  private Lexicon(Section domains) {
    this.domains = domains;
  }

  /**
   * Reads the lexicon.
   *
   * @throws IllegalStateException naming file and line, if a file is malformed or a slot names a
   *     section that does not exist
   */
  static Lexicon load() {
    Map<String, Section> index = new HashMap<>();
    LexiconReader.read("index.txt")
        .forEach(block -> index.put(block.name(), new Section(block.entries(), false, false)));
    Lexicon lexicon = new Lexicon(index.get("domains"));
    List<Block> common = new ArrayList<>();
    for (Entry file : index.get("files").entries()) {
      common.addAll(LexiconReader.read(file.phrase().text() + ".txt"));
    }
    lexicon.add(COMMON, common);
    for (Entry domain : lexicon.domains.entries()) {
      String name = domain.phrase().text();
      lexicon.add(name, LexiconReader.read("domains/" + name + ".txt"));
    }
    lexicon.check();
    return lexicon;
  }

  /** What reviews can be about, the common ones with more weight. */
  Section domains() {
    return domains;
  }

  /** The section that fills a slot in a review of the given domain. */
  Section section(Slot slot, String domain, Sentiment sentiment) {
    Section section = sections.get(key(slot, domain, sentiment));
    if (section == null) {
      throw new IllegalArgumentException("no section for " + slot + " in " + domain);
    }
    return section;
  }

  private static Key key(Slot slot, String domain, Sentiment sentiment) {
    return new Key(slot.ofDomain() ? domain : COMMON, slot.section(), sentiment);
  }

  /** Joins the blocks of the same name: the neutral ones serve both sentiments. */
  private void add(String domain, List<Block> blocks) {
    for (Sentiment sentiment : Sentiment.values()) {
      Map<String, List<Block>> byName = new HashMap<>();
      for (Block block : blocks) {
        if (block.sentiment().isEmpty() || block.sentiment().get() == sentiment) {
          byName.computeIfAbsent(block.name(), name -> new ArrayList<>()).add(block);
        }
      }
      byName.forEach((name, same) -> sections.put(new Key(domain, name, sentiment), join(same)));
    }
  }

  private static Section join(List<Block> blocks) {
    return new Section(
        blocks.stream().flatMap(block -> block.entries().stream()).toList(),
        blocks.stream().anyMatch(Block::once),
        blocks.stream().anyMatch(block -> block.sentiment().isPresent()));
  }

  /** Follows all slots from the root, so that a wrong name is found now and not while drawing. */
  private void check() {
    for (Entry domain : domains.entries()) {
      String name = domain.phrase().text();
      Set<Key> seen = new HashSet<>();
      Deque<Key> open = new ArrayDeque<>();
      for (Sentiment sentiment : Sentiment.values()) {
        open.add(new Key(COMMON, ROOT, sentiment));
      }
      while (!open.isEmpty()) {
        Key key = open.remove();
        if (seen.add(key)) {
          sections.get(key).entries().forEach(entry -> open.addAll(targets(entry, key, name)));
        }
      }
    }
  }

  private List<Key> targets(Entry entry, Key from, String domain) {
    List<Key> targets = new ArrayList<>();
    for (Slot slot : entry.phrase().slots()) {
      Key key = key(slot, domain, slot.sentiment(from.sentiment()));
      if (!sections.containsKey(key)) {
        String file = slot.ofDomain() ? " in domains/" + domain + ".txt" : "";
        String sign = key.sentiment() == Sentiment.POSITIVE ? " +" : " -";
        throw new IllegalStateException(
            entry.where()
                + ": \""
                + entry.phrase().text()
                + "\" needs a section ["
                + slot.section()
                + "] or ["
                + slot.section()
                + sign
                + "]"
                + file);
      }
      targets.add(key);
    }
    return targets;
  }
}
