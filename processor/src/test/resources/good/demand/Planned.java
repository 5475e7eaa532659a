package demand;

/** What is known of a day in advance. */
public record Planned(boolean open) {}
