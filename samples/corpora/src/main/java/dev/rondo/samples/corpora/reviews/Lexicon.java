package dev.rondo.samples.corpora.reviews;

import dev.rondo.samples.corpora.reviews.LexiconReader.Block;
import dev.rondo.samples.corpora.reviews.Phrase.Slot;
import dev.rondo.samples.corpora.reviews.Section.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words, phrases and sentence patterns that reviews are made of, read from the resources under
 * {@code lexicon/}. {@code lexicon/index.txt} lists the files and explains how to extend them.
 */
final class Lexicon {

  /** The domain of the sections that all reviews share. */
  private static final String COMMON = "";

  /**
   * Where a section is found.
   *
   * @param domain the name of the domain, or {@link #COMMON}
   * @param name the name of the section
   * @param sentiment the sentiment it is wanted for
   */
  private record Key(String domain, String name, Verdict sentiment) {}

  private final Section domains;
  private final Map<Key, Section> sections = new LinkedHashMap<>();

  private Lexicon(Section domains) {
    this.domains = domains;
  }

  /**
   * Reads the lexicon.
   *
   * @throws IllegalStateException naming file and line, if a file is malformed, a slot names a
   *     section that does not exist, or a section is used by no slot
   */
  static Lexicon load() {
    List<Block> index = LexiconReader.read("index.txt");
    Lexicon lexicon = new Lexicon(section(index, "domains"));
    List<Block> common = new ArrayList<>();
    for (Entry file : section(index, "files").entries()) {
      common.addAll(LexiconReader.read(file.phrase().text() + ".txt"));
    }
    lexicon.add(COMMON, common);
    for (String domain : lexicon.domainNames()) {
      lexicon.add(domain, LexiconReader.read("domains/" + domain + ".txt"));
    }
    LexiconCheck.check(lexicon);
    return lexicon;
  }

  private static Section section(List<Block> index, String name) {
    return index.stream()
        .filter(block -> block.name().equals(name))
        .map(block -> new Section(name, block.entries(), block.once(), false))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("index.txt: [" + name + "] is missing"));
  }

  /** What reviews can be about, the common ones with more weight. */
  Section domains() {
    return domains;
  }

  List<String> domainNames() {
    return domains.entries().stream().map(entry -> entry.phrase().text()).toList();
  }

  /** All sections; one that serves both sentiments is there twice. */
  Collection<Section> sections() {
    return sections.values();
  }

  /** Finds the section that fills a slot in a review of the given domain. */
  Optional<Section> find(Slot slot, String domain, Verdict sentiment) {
    Key key = new Key(slot.ofDomain() ? domain : COMMON, slot.section(), sentiment);
    return Optional.ofNullable(sections.get(key));
  }

  /** Joins the blocks of the same name: the neutral ones serve both sentiments. */
  private void add(String domain, List<Block> blocks) {
    for (Verdict sentiment : Verdict.values()) {
      Map<String, List<Block>> byName = new LinkedHashMap<>();
      for (Block block : blocks) {
        if (block.sentiment().orElse(sentiment) == sentiment) {
          byName.computeIfAbsent(block.name(), name -> new ArrayList<>()).add(block);
        }
      }
      byName.forEach(
          (name, same) -> sections.put(new Key(domain, name, sentiment), join(name, same)));
    }
  }

  private static Section join(String name, List<Block> blocks) {
    return new Section(
        name,
        blocks.stream().flatMap(block -> block.entries().stream()).toList(),
        blocks.stream().anyMatch(Block::once),
        blocks.stream().anyMatch(block -> block.sentiment().isPresent()));
  }
}
