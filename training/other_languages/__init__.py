"""Languages besides English: a file each, saying what the labels of its one public set mean in ours, and why.

A set here says one or two things about a message, by the words of those who made it, and nothing about kindness. What a
language's set does not say is unknown, and its reader says nothing about it.
"""

from . import arabic, chinese, french, german, korean, russian

ALL = (german, french, russian, chinese, korean, arabic)
