"""The list of named questions, for `graphkit query` without a name."""


def listing() -> str:
    """Each question with its parameters, a paragraph each."""
    from graphkit.queries import catalogue

    lines: list[str] = []
    for query in catalogue():
        lines.append(f"{query.name}\n    {query.title}")
        lines += [
            f"    {one.name}={'...' if one.required else one.default or '(any)'}  {one.help}"
            for one in query.parameters
        ]
    return "\n".join(lines) + "\n"
