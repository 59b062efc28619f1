"""The loops of a graph: its strongly connected components, by Kosaraju's algorithm, without recursion."""

from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[int, Collection[int]]


def loops(graph: Graph) -> Mapping[int, int]:
    """For each node that a way leads from back to itself the loop it is in, called after a member of it."""
    before: dict[int, list[int]] = {node: [] for node in graph}
    for node, others in graph.items():
        for other in others:
            before[other].append(node)
    found: dict[int, int] = {}
    for node in reversed(list(_finished(graph, graph, set()))):
        if node not in found:
            found.update(dict.fromkeys(_finished(before, [node], set(found)), node))
    sizes: dict[int, int] = {}
    for loop in found.values():
        sizes[loop] = sizes.get(loop, 0) + 1
    return {node: loop for node, loop in found.items() if sizes[loop] > 1 or node in graph[node]}


def _finished(graph: Graph, starts: Collection[int], seen: set[int]) -> Iterator[int]:
    """The nodes that can be reached but were not *seen*, each when all behind it are done."""
    for start in starts:
        waiting = [(start, iter(graph[start]))] if start not in seen else []
        seen.add(start)
        while waiting:
            node, others = waiting[-1]
            fresh = next((other for other in others if other not in seen), None)
            if fresh is None:
                waiting.pop()
                yield node
            else:
                seen.add(fresh)
                waiting.append((fresh, iter(graph[fresh])))
