package dev.rondo.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Annotations whose type is not known: misspelt, not imported, or not generated yet. javac leaves
 * them out of what it says of an element, so that a layer seems to be missing; they are seen in the
 * source only. Other compilers do not leave them out.
 */
final class UnknownAnnotations {
  private final Optional<Trees> trees;

  UnknownAnnotations(ProcessingEnvironment environment) {
    this.trees = trees(environment);
  }

  static Optional<Trees> trees(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * Makes sure that all annotations of a model are known, those on its own annotations and on the
   * components of its records too.
   *
   * @throws UnresolvedException if one is not
   */
  void requireNone(TypeElement model, MethodReader methods) {
    Set<Element> visited = new HashSet<>();
    requireNone(model, visited);
    methods.unimplemented().forEach(method -> requireNone(method, visited));
    for (TypeElement record : UsedRecords.in(methods.types())) {
      if (isOnComponent(record)) {
        throw new UnresolvedException("an annotation on a component of " + record);
      }
      for (RecordComponentElement component : record.getRecordComponents()) {
        requireNone(component, visited);
      }
    }
  }

  private boolean isOnComponent(TypeElement record) {
    TreePath path = trees.map(found -> found.getPath(record)).orElse(null);
    return path != null
        && path.getLeaf() instanceof ClassTree tree
        && tree.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(member -> ((VariableTree) member).getModifiers())
            .filter(modifiers -> !modifiers.getFlags().contains(Modifier.STATIC))
            .flatMap(modifiers -> modifiers.getAnnotations().stream())
            .anyMatch(annotation -> isUnknown(annotation, path));
  }

  private void requireNone(Element element, Set<Element> visited) {
    if (!visited.add(element)) {
      return;
    }
    if (isOn(element)) {
      throw new UnresolvedException("an annotation on " + element);
    }
    List<Element> annotated = new ArrayList<>(List.of(element));
    if (element instanceof ExecutableElement method) {
      annotated.addAll(method.getParameters());
    }
    for (Element part : annotated) {
      for (AnnotationMirror mirror : part.getAnnotationMirrors()) {
        requireNone(mirror.getAnnotationType().asElement(), visited);
      }
    }
  }

  /** Returns whether there is one on a type, or on a method or its parameters. */
  boolean isOn(Element element) {
    TreePath path = trees.map(found -> found.getPath(element)).orElse(null);
    return path != null
        && modifiers(path.getLeaf()).stream()
            .flatMap(modifiers -> modifiers.getAnnotations().stream())
            .anyMatch(annotation -> isUnknown(annotation, path));
  }

  private static List<ModifiersTree> modifiers(Tree tree) {
    List<ModifiersTree> modifiers = new ArrayList<>();
    if (tree instanceof ClassTree type) {
      modifiers.add(type.getModifiers());
    } else if (tree instanceof MethodTree method) {
      modifiers.add(method.getModifiers());
      method.getParameters().stream().map(VariableTree::getModifiers).forEach(modifiers::add);
    }
    return modifiers;
  }

  private boolean isUnknown(AnnotationTree annotation, TreePath around) {
    TreePath type = TreePath.getPath(around, annotation.getAnnotationType());
    Element found = type == null ? null : trees.orElseThrow().getElement(type);
    return found == null || found.asType().getKind() == TypeKind.ERROR;
  }
}
