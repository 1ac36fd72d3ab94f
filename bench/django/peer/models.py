"""What the pages are made of."""

from django.db import models


class Intention(models.Model):
    text = models.TextField()
    href = models.TextField()


class Activity(models.Model):
    title = models.TextField()
    text = models.TextField()
    now = models.TextField(null=True)
    href = models.TextField()


class Group(models.Model):
    key = models.TextField(unique=True)
    name = models.TextField()
    parent = models.TextField(null=True)
    level = models.TextField()


class Question(models.Model):
    key = models.TextField(unique=True)
    kind = models.TextField()
    heading = models.TextField()


class Row(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="rows")
    key = models.TextField()
    text = models.TextField()


class Choice(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="choices")
    key = models.TextField()
    text = models.TextField()
    text_for = models.JSONField()
    only_for = models.JSONField(null=True)
    role = models.TextField()


class Derived(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="derived")
    measure = models.TextField()
    any_of = models.JSONField()
    text = models.TextField()


class Figure(models.Model):
    measure = models.TextField(db_index=True)
    population = models.TextField(db_index=True)
    edition = models.TextField()
    order = models.IntegerField()
    percent = models.FloatField()
    in_words = models.TextField(null=True)
    base = models.IntegerField(null=True)
    source = models.TextField()
