package dev.rondo.processor.graph.build;

import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Tagging;
import dev.rondo.processor.type.NumberType;
import dev.rondo.task.Forecast;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what a method forecasts, from its annotation and the record of its history. */
record ForecastReader(DeclaredMethod method, Expansion uses) {
  HeadReader.Result read() {
    return HeadReader.Result.of(history().flatMap(this::head).map(this::output), false);
  }

  /** Returns the record of a step of the history. */
  private Optional<DeclaredType.Record> history() {
    return IntStream.range(0, method.parameters().size())
        .filter(i -> uses.future().filter(future -> future == i).isEmpty())
        .mapToObj(i -> method.parameters().get(i).type())
        .filter(type -> type instanceof DeclaredType.ListOf)
        .findFirst()
        .flatMap(DeclaredType::asRecord)
        .filter(record -> record.accessible() && record.faults().isEmpty());
  }

  private Optional<Head> head(DeclaredType.Record record) {
    Values forecast =
        uses.output().stream()
            .filter(use -> use.is(Forecast.class))
            .findFirst()
            .orElseThrow()
            .values();
    return Optional.of(
        new Head.Forecast(
            record.type(),
            targets(method)
                .map(
                    answer ->
                        answer.components().stream()
                            .map(component -> target(component.name(), record))
                            .toList())
                .orElseGet(() -> List.of(target(forecast.text("of"), record))),
            targets(method).map(DeclaredType.Record::type),
            window(),
            forecast.integer("horizon"),
            method.returns() instanceof DeclaredType.Array array
                && array.element() instanceof DeclaredType.Number number
                && number.type() == NumberType.DOUBLE,
            forecast.decimals("quantiles"),
            SeriesTime.of(record),
            known()));
  }

  /** Returns the record whose components name what is forecast; nothing where {@code of} does. */
  private static Optional<DeclaredType.Record> targets(DeclaredMethod method) {
    return method.returns() instanceof DeclaredType.ListOf list
        ? list.asRecord()
        : Optional.empty();
  }

  private static Head.Target target(String name, DeclaredType.Record record) {
    Optional<DeclaredComponent> component =
        record.components().stream().filter(candidate -> candidate.name().equals(name)).findFirst();
    return new Head.Target(
        name,
        component.flatMap(ForecastReader::number),
        component.map(ForecastReader::scaling).orElse(Scaling.STANDARD));
  }

  private Optional<Head.Known> known() {
    return uses.future()
        .map(index -> method.parameters().get(index))
        .flatMap(
            parameter ->
                parameter
                    .type()
                    .asRecord()
                    .map(
                        record ->
                            new Head.Known(
                                parameter.name(),
                                record.type(),
                                record.components().stream()
                                    .map(DeclaredComponent::name)
                                    .toList())));
  }

  private static Optional<NumberType> number(DeclaredComponent component) {
    return component.type() instanceof DeclaredType.Number number
        ? Optional.of(number.type())
        : Optional.empty();
  }

  private static Scaling scaling(DeclaredComponent component) {
    return Expansion.of(component.name(), component.annotations()).stream()
        .filter(use -> use.is(Scale.class))
        .findFirst()
        .map(use -> use.values().constant("value", Scaling.class))
        .orElse(Scaling.STANDARD);
  }

  private int window() {
    return uses.inputs().get(0).stream()
        .filter(use -> use.is(Window.class))
        .findFirst()
        .map(use -> use.values().integer("value"))
        .orElse(1);
  }

  private Output output(Head head) {
    return new Output(
        SignatureBuilder.ONLY_OUTPUT,
        head,
        uses.future().isPresent() ? Grain.EACH_STEP : Grain.ONCE,
        false,
        false,
        false,
        LossSpec.byDefault(method.origin()),
        Tagging.NONE,
        method.origin());
  }
}
