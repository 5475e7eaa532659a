package dev.rondo.samples.corpora.server;

/**
 * A fault that was planted.
 *
 * @param kind what goes wrong
 * @param component with which number
 * @param first its first step
 * @param last its last step, inside
 */
public record Fault(FaultKind kind, Component component, int first, int last) {}
