"""Compares what `adjacent map` says of maps by chance with what networkx computes from `adjacent map --json`."""

import json
import pathlib
import random
import subprocess
import sys

import networkx as nx

BINARY, WORK, MAPS = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
NEAR = 1e-6


def adjacent(folder, *arguments):
    command = [BINARY, "--dir", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def notes(chance):
    """Lines about up to 60 things: effects with a sign, supplies, needs, owners."""
    things = chance.randint(2, 60)
    names = [f"Thing{chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(things)]
    lines = []
    for _ in range(chance.randint(1, 4 * things)):
        one, other = chance.choice(names), chance.choice(names)
        if one == other:
            continue
        lines.append(chance.choice([
            f"{one} -> {other} : +", f"{one} -> {other} : -", f"{one} -> {other} : ++", f"{one} feeds {other}",
            f"{one} needs {other}", f"@Unit{chance.choice('ABCDE')} owns {one}",
        ]))
    return lines


def flow(told):
    """What acts on what, as the map's JSON has it: along effects and supplies, against needs."""
    graph = nx.DiGraph()
    graph.add_nodes_from(node["label"] for node in told["nodes"])
    for edge in told["edges"]:
        if edge["from"] == edge["to"]:
            continue
        if edge["kind"] in ("affects", "rewards", "feeds"):
            graph.add_edge(edge["from"], edge["to"])
        elif edge["kind"] == "needs":
            graph.add_edge(edge["to"], edge["from"])
    return graph


def joined(told):
    """How strongly things are joined, both directions together."""
    tenths = {1: 5, 2: 7, 3: 9}
    graph = nx.Graph()
    graph.add_nodes_from(node["label"] for node in told["nodes"])
    for edge in told["edges"]:
        if edge["kind"] in ("owns", "in") or edge["from"] == edge["to"]:
            continue
        before = graph.get_edge_data(edge["from"], edge["to"], {"weight": 0})["weight"]
        graph.add_edge(edge["from"], edge["to"], weight=before + tenths[edge["strength"]])
    return graph


def apart(found, expected):
    assert found.keys() == expected.keys(), (sorted(found), sorted(expected))
    return max((abs(found[key] - expected[key]) for key in found), default=0)


def covers(told, graph, room):
    """Whether the chosen units reach what the map says they reach."""
    units = {edge["to"]: edge["from"] for edge in told["edges"] if edge["kind"] == "owns"}
    parties = {node["label"] for node in told["nodes"] if node["kind"] == "Party"}

    def reach(unit):
        own = [unit] + [thing for thing, owner in units.items() if owner == unit]
        found = [nx.single_source_shortest_path_length(graph, thing, cutoff=room["steps"]) for thing in own]
        return {thing for reached in found for thing in reached} - parties

    together = set().union(*(reach(chosen["unit"]) for chosen in room["units"])) if room["units"] else set()
    return len(together) == room["reached"]


def main():
    chance = random.Random(20261129)
    worst = {"through": 0, "starts": 0, "ends": 0, "visited": 0, "modularity": 0}
    gained, theirs, uncovered, owners_twice = [], [], 0, 0
    things = arrows = 0
    for number in range(MAPS):
        folder = WORK / f"map{number}"
        folder.mkdir()
        (folder / "notes.txt").write_text("\n".join(notes(chance)) + "\n")
        adjacent(folder, "transcribe", str(folder / "notes.txt"))
        told = json.loads(adjacent(folder, "map", "--json"))
        health = json.loads(adjacent(folder, "map", "--as", "health", "--json"))
        groups = json.loads(adjacent(folder, "map", "--as", "groups", "--json"))
        graph, weights = flow(told), joined(told)
        things, arrows = things + len(graph), arrows + graph.number_of_edges()
        expected = {
            "through": nx.betweenness_centrality(graph, normalized=False),
            "starts": {thing: len(nx.descendants(graph, thing)) for thing in graph},
            "ends": {thing: len(nx.ancestors(graph, thing)) for thing in graph},
            "visited": nx.pagerank(graph, alpha=0.85, max_iter=1000, tol=1e-13),
        }
        for measure, values in expected.items():
            worst[measure] = max(worst[measure], apart(health["central"][measure]["values"], values))
        partition = [set(group["things"]) for group in groups["groups"]] + [{thing} for thing in groups["alone"]]
        if weights.number_of_edges() > 0:
            modularity = nx.community.modularity(weights, partition)
            worst["modularity"] = max(worst["modularity"], abs(modularity - groups["modularity"]))
            singles = nx.community.modularity(weights, [{thing} for thing in weights])
            assert modularity >= singles - NEAR, number
            gained.append(modularity)
            theirs.append(nx.community.modularity(weights, nx.community.louvain_communities(weights, seed=number)))
        owners = [edge["to"] for edge in told["edges"] if edge["kind"] == "owns"]
        if len(owners) == len(set(owners)):
            uncovered += not covers(told, graph, health["room"])
        else:
            owners_twice += 1
    print(f"{MAPS} maps, {things} things, {arrows} joined pairs")
    for measure, difference in worst.items():
        print(f"largest difference in {measure}: {difference:.2e}")
        assert difference < NEAR, measure
    print(f"modularity, mean: {sum(gained) / len(gained):.4f}; louvain of networkx: {sum(theirs) / len(theirs):.4f}")
    print(f"sets of units that reach something else: {uncovered} of {MAPS - owners_twice} maps with one owner a thing")
    assert uncovered == 0


main()
